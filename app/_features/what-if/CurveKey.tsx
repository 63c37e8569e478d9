import { useTranslations } from 'next-intl';
import type { PolicyName } from '@/core/contract/policy';
import { looks } from './looks';

/** Which line is which, where there is no room beside the curves. */
export function CurveKey({ policies }: { policies: readonly PolicyName[] }) {
  const t = useTranslations('whatIf.policies');
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {policies.map((policy) => (
        <li key={policy} className="flex items-center gap-2">
          <Sample policy={policy} />
          {t(`${policy}.short`)}
        </li>
      ))}
    </ul>
  );
}

/** A piece of a policy's line. */
export function Sample({ policy }: { policy: PolicyName }) {
  const { stroke, width, dash } = looks[policy];
  return (
    <svg width="28" height="12" aria-hidden="true" focusable="false" className="shrink-0">
      <line
        x1="3"
        x2="25"
        y1="6"
        y2="6"
        className={stroke}
        strokeWidth={width}
        strokeLinecap="round"
        {...(dash && { strokeDasharray: dash })}
      />
    </svg>
  );
}
