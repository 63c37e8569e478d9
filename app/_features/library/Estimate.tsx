import { useTranslations } from 'next-intl';

interface RunEstimate {
  minutes: number;
  finished: number;
  runs: number;
}

/** How long a run takes in both modes, and where the figures are from. */
export function Estimate({ estimate }: { estimate: { mail: RunEstimate; call: RunEstimate } | null }) {
  const t = useTranslations('library.estimate');
  return (
    <section>
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      {estimate === null ? (
        <p className="mt-2">{t('unknown')}</p>
      ) : (
        <>
          <dl className="mt-3 grid gap-3 sm:grid-cols-2">
            {(['mail', 'call'] as const).map((mode) => (
              <div key={mode} className={`rounded-xl border-l-4 bg-panel px-4 py-3 ${edges[mode]}`}>
                <dt className="text-sm text-soft">{t(mode)}</dt>
                <dd>
                  <span className="tabular text-lg font-semibold">
                    {t('minutes', { n: Math.max(1, Math.round(estimate[mode].minutes)) })}
                  </span>
                  <span className="tabular block text-sm text-soft">
                    {t('finished', { finished: estimate[mode].finished, runs: estimate[mode].runs })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 max-w-[65ch] text-sm text-soft">{t('note', { runs: estimate.mail.runs })}</p>
        </>
      )}
    </section>
  );
}

const edges = { mail: 'border-mail-line', call: 'border-call-line' } as const;
