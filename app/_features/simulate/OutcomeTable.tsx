import { useTranslations } from 'next-intl';
import { exactSpanText, spanText } from '../../_lib/clock';
import type { SimulatedPolicy } from './simulation';

/** What each policy came to: time, share that finishes, time at the screen, and the request that holds everybody up. */
export function OutcomeTable({ policies }: { policies: readonly SimulatedPolicy[] }) {
  const t = useTranslations('simulate');
  const columns = ['policy', 'time', 'finished', 'real', 'hardest'] as const;
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="tabular w-full border-collapse text-left" aria-label={t('table')}>
        <thead className="text-sm text-soft">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pr-5 align-bottom font-medium">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((one) => (
            <Row key={one.policy} {...one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ policy, outcome, hardest }: SimulatedPolicy) {
  const t = useTranslations('simulate');
  const { time, interval, finished, finishedInterval, realMs } = outcome;
  const span = (ms: number | null) => (ms === null ? t('never') : spanText(Math.round(ms / 60_000) * 60_000));
  const share = (s: number) => t('share', { n: (Math.round(s * 1_000) / 10).toFixed(1) });
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-2 pr-5 font-medium">
        {t(`policies.${policy}`)}
      </th>
      <td className="py-2 pr-5 whitespace-nowrap">
        {span(time)}
        {interval && (
          <span className="block text-sm text-soft">
            {t('interval', { low: span(interval[0]), high: span(interval[1]) })}
          </span>
        )}
      </td>
      <td className="py-2 pr-5 whitespace-nowrap">
        {share(finished)}
        <span className="block text-sm text-soft">
          {t('interval', { low: share(finishedInterval[0]), high: share(finishedInterval[1]) })}
        </span>
      </td>
      <td className="py-2 pr-5 whitespace-nowrap">{exactSpanText(realMs)}</td>
      <td className="py-2 pr-5">
        {hardest?.title}
        {hardest && (
          <span className="block text-sm text-soft">
            {hardest.median === null
              ? t('hardestRarely', { share: share(hardest.answered) })
              : t('hardestLong', { median: span(hardest.median) })}
          </span>
        )}
      </td>
    </tr>
  );
}
