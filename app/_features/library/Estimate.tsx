import { useTranslations } from 'next-intl';
import { wholeMinutes } from '../../_lib/clock';

interface RunEstimate {
  minutes: number;
  finished: number;
  runs: number;
}

/** How long a run takes in both modes, where the figures are from, and what its author plans for. */
export function Estimate({
  estimate,
  planned,
}: {
  estimate: { mail: RunEstimate; call: RunEstimate } | null;
  /** Minutes. */
  planned: number;
}) {
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
              <div key={mode} className="rounded-xl bg-panel px-4 py-3">
                <dt className="flex items-center gap-2 text-sm text-soft">
                  <span aria-hidden="true" className={`inline-block w-6 ${marks[mode]}`} />
                  {t(mode)}
                </dt>
                <dd>
                  <span className="tabular text-lg font-semibold">
                    {t('minutes', { n: wholeMinutes(estimate[mode].minutes * 60_000) })}
                  </span>
                  <span className="tabular block text-sm text-soft">
                    {t('finished', { finished: estimate[mode].finished, runs: estimate[mode].runs })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 max-w-[65ch] text-sm text-soft">{t('note', { runs: estimate.mail.runs })}</p>
          <p className="mt-1 max-w-[65ch] text-sm text-soft">{t('planned', { minutes: planned })}</p>
        </>
      )}
    </section>
  );
}

/** A thin line for mail, a block for a call, as in every picture. */
const marks = { mail: 'h-0.5 bg-mail-line', call: 'h-3 rounded-sm bg-call-solid' } as const;
