import { useTranslations } from 'next-intl';
import type { Asked } from './study';

/** How the figures come about, on which rules they rest, and what of it is assumed. */
export function Computed({ asked }: { asked: Asked }) {
  const t = useTranslations('whatIf.computed');
  const lines = ['runs', 'players', 'bands', 'crossing', 'assumed'] as const;
  return (
    <details className="mt-2 max-w-[75ch]">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('title')}</summary>
      <p className="mb-2">{t(asked.mission.kind)}</p>
      <ul className="list-disc space-y-1.5 pl-5 text-soft">
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </details>
  );
}
