import { useTranslations } from 'next-intl';
import {
  colleagues,
  type ParameterName,
  playerKinds,
  type Question,
  replicationSteps,
  type StudyMeasure,
  studyMeasures,
} from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import { fieldClass } from '../../_ui/Field';
import { Sample } from './CurveKey';
import { policyOrder } from './looks';
import type { Asked } from './study';
import type { Texts } from './useTexts';

interface Props {
  asked: Asked;
  parameters: readonly Parameter[];
  choices: readonly { slug: string; title: string }[];
  change: (part: Partial<Question>) => void;
  texts: Texts;
}

/** Which mission, who plays it, what is shown over what. */
export function Choices({ asked, parameters, choices, change, texts }: Props) {
  const t = useTranslations('whatIf');
  const others = parameters.filter((p) => p.name !== asked.sweep);
  return (
    <div className="flex flex-col gap-5">
      {choices.length > 0 && (
        <Select
          label={t('scenario')}
          value={asked.scenario}
          // Another mission comes from the server, which asks again who may see it.
          choose={(slug) => location.assign(`?${new URLSearchParams({ scenario: slug })}`)}
          options={[
            [colleagues, t('colleagues')],
            ...choices.map(({ slug, title }): [string, string] => [slug, title]),
          ]}
        />
      )}
      <Policies asked={asked} change={change} />
      <Select
        label={t('players')}
        value={asked.players}
        choose={(players) => change({ players })}
        options={playerKinds.map((kind) => [kind, t(`playerKinds.${kind}`)])}
      />
      <Select
        label={t('measure')}
        value={asked.measure}
        choose={(measure: StudyMeasure) => change({ measure })}
        options={studyMeasures.map((m) => [m, t(`chart.measures.${m}`)])}
      />
      <Select
        label={t('sweep')}
        value={asked.sweep}
        choose={(sweep) => change({ sweep, ...(asked.by === sweep && { by: null }) })}
        options={parameters.map((p) => [p.name, texts.nameOf(p.name)])}
      />
      <Select<ParameterName | ''>
        label={t('by')}
        value={asked.by ?? ''}
        choose={(by) => change({ by: by === '' ? null : by })}
        options={[
          ['', t('byNothing')],
          ...others.map((p): [ParameterName, string] => [p.name, texts.nameOf(p.name)]),
        ]}
      />
      <Select
        label={t('replications')}
        value={String(asked.replications)}
        choose={(n) => change({ replications: replicationSteps.find((r) => String(r) === n) ?? 100 })}
        options={replicationSteps.map((n) => [String(n), t('times', { n })])}
      />
    </div>
  );
}

function Policies({ asked, change }: Pick<Props, 'asked' | 'change'>) {
  const t = useTranslations('whatIf');
  return (
    <fieldset className="border-0 p-0">
      <legend className="mb-1 font-medium">{t('policiesLegend')}</legend>
      {policyOrder.map((policy) => {
        const on = asked.policies.includes(policy);
        return (
          <label key={policy} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={on}
              // One stays: a picture without curves says nothing.
              disabled={on && asked.policies.length === 1}
              onChange={() =>
                change({
                  policies: policyOrder.filter((p) => (p === policy ? !on : asked.policies.includes(p))),
                })
              }
              className="size-5 accent-(--mail)"
            />
            <span className="flex-1">{t(`policies.${policy}.name`)}</span>
            <Sample policy={policy} />
          </label>
        );
      })}
    </fieldset>
  );
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  choose: (value: T) => void;
  options: readonly (readonly [T, string])[];
}

function Select<T extends string>({ label, value, choose, options }: SelectProps<T>) {
  return (
    <label className="block">
      <span className="mb-1 block font-medium">{label}</span>
      <select
        className={fieldClass}
        value={value}
        onChange={(e) => {
          const chosen = options.find(([name]) => name === e.target.value);
          if (chosen) choose(chosen[0]);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
