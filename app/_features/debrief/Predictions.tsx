import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import type { Prediction } from '@/core/contract/plan';
import { figureHref } from '../../_lib/figures';
import { amountText, measureUnits } from '../../_lib/measureText';
import { FigureLink } from '../../_ui/FigureLink';
import { type PredictionRow, predictionRows } from './predictionRows';

/** What the player expected of the second run, beside what came. */
export function Predictions({ prediction, runs }: { prediction: Prediction; runs: readonly DebriefView[] }) {
  const t = useTranslations('debrief.predictions');
  const names = useTranslations('debrief.measures.names');
  const rows = predictionRows(prediction, runs);
  if (rows.length === 0) return null;
  return (
    <div className="mb-8 rounded-xl border border-line bg-panel p-4 sm:p-5">
      <table className="w-full border-collapse text-left" aria-label={t('title')}>
        <caption className="pb-2 text-left text-lg font-semibold">{t('title')}</caption>
        <thead className="text-xs text-soft">
          <tr>
            {(['measure', 'expected', 'came'] as const).map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular">
          {rows.map((row) => (
            <tr key={row.measure} className="border-t border-line align-top">
              <th scope="row" className="py-2 pr-4 font-medium">
                {names(row.measure)}
              </th>
              <td className="py-2 pr-4">
                <Amount row={row} of={row.expected} />
              </td>
              <td className="py-2">
                {row.came ? (
                  <Amount row={row} of={row.came} />
                ) : (
                  <span className="text-soft">{t('nothing')}</span>
                )}
                {row.right !== null && (
                  <span className={`block text-xs ${row.right ? 'text-desk' : 'text-bad'}`}>
                    {t(
                      row.right
                        ? 'right'
                        : row.expected.higherIn === 'same' || row.came?.higherIn === 'same'
                          ? 'notSame'
                          : 'wrong',
                    )}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FigureLink href={figureHref('predictions')} className="mt-2" />
      <p className="mt-3 text-sm text-soft">{t('ask')}</p>
    </div>
  );
}

function Amount({
  row,
  of,
}: {
  row: PredictionRow;
  of: { higherIn: 'mail' | 'call' | 'same'; by: number | null };
}) {
  const t = useTranslations('debrief.predictions');
  if (of.higherIn === 'same') return <>{t('same')}</>;
  if (of.by === null) return <>{t(`more.${of.higherIn}`)}</>;
  return <>{t(`moreBy.${of.higherIn}`, { by: amountText(of.by, measureUnits[row.measure]) })}</>;
}
