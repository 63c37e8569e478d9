import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import type { MeasureName } from '@/core/contract/measures';
import { figureHref } from '../../_lib/figures';
import { amountText, byConstruction, measureOrder, measureUnits } from '../../_lib/measureText';
import { MeasureBar } from './MeasureBar';
import { compared, differenceText, missing } from './measureRows';

/** Every measure with its definition, its value in each run, and the difference. */
export function MeasureTable({ runs }: { runs: readonly DebriefView[] }) {
  const t = useTranslations('debrief.measures');
  const modes = useTranslations('debrief.modeTitle');
  const pair = compared(runs);
  const columns = pair ?? runs.slice(0, 1);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left" aria-label={t('title')}>
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" className="py-2 pr-1.5 font-medium sm:pr-4">
              {t('name')}
            </th>
            {columns.map((view) => (
              <th
                key={view.runId}
                scope="col"
                className="py-2 pr-1.5 text-right font-medium sm:min-w-28 sm:pr-4"
              >
                {modes(view.mode)}
              </th>
            ))}
            {pair && (
              <th scope="col" className="py-2 text-right font-medium sm:pr-4">
                <a href={figureHref('difference')} className="underline decoration-line underline-offset-4">
                  {t(pair[0].mode === 'mail' && pair[1].mode === 'call' ? 'difference' : 'differenceRuns')}
                </a>
              </th>
            )}
            <th scope="col" className="py-2 pl-4 font-medium max-lg:hidden">
              {t('meaning')}
            </th>
          </tr>
        </thead>
        <tbody>
          {measureOrder.map((name) => (
            <Row key={name} name={name} columns={columns} pair={pair} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  name: MeasureName;
  columns: readonly DebriefView[];
  pair: readonly [DebriefView, DebriefView] | null;
}

function Row({ name, columns, pair }: RowProps) {
  const t = useTranslations('debrief.measures');
  const unit = measureUnits[name];
  const most = unit === 'share' ? 1 : Math.max(...columns.map((v) => v.measures[name] ?? 0));
  return (
    <>
      <tr className="border-t border-line align-top">
        <th scope="row" className="pt-2 pr-1.5 font-medium max-sm:text-[0.8125rem] sm:pr-4 lg:pb-2">
          <a href={figureHref(name)} className="underline decoration-line underline-offset-4">
            {t(`names.${name}`)}
          </a>
        </th>
        {columns.map((view) => (
          <td key={view.runId} className="tabular pt-2 pr-1.5 text-right max-sm:text-[0.8125rem] sm:pr-4">
            <Value name={name} view={view} most={pair ? most : null} />
          </td>
        ))}
        {pair && <Difference name={name} pair={pair} />}
        <td className="max-w-[46ch] py-2 pl-4 text-sm text-soft max-lg:hidden">{t(`means.${name}`)}</td>
      </tr>
      {/* Where there is no room for a column, the definition is a line of its own. */}
      <tr className="lg:hidden">
        <td colSpan={columns.length + (pair ? 2 : 1)} className="pt-1 pb-2.5 text-xs text-soft">
          {t(`means.${name}`)}
        </td>
      </tr>
    </>
  );
}

/** `most` is what the bar is drawn against; null for no bar. */
function Value({ name, view, most }: { name: MeasureName; view: DebriefView; most: number | null }) {
  const t = useTranslations('debrief.measures');
  const value = view.measures[name];
  if (value === null)
    return <span className="text-soft max-sm:text-xs">{t(`missing.${missing(name, view)}`)}</span>;
  return (
    <>
      <span className="whitespace-nowrap">{amountText(value, measureUnits[name])}</span>
      {most !== null && <MeasureBar mode={view.mode} share={most > 0 ? value / most : 0} />}
    </>
  );
}

function Difference({
  name,
  pair: [a, b],
}: {
  name: MeasureName;
  pair: readonly [DebriefView, DebriefView];
}) {
  const t = useTranslations('debrief.measures');
  const text = differenceText(a.measures[name], b.measures[name], measureUnits[name]);
  const constructed = byConstruction.has(name) && (a.mode === 'mail' || b.mode === 'mail');
  return (
    <td className="tabular pt-2 text-right max-sm:text-[0.8125rem] sm:pr-4 lg:pb-2">
      <span className={text === null ? 'text-soft' : 'whitespace-nowrap'}>{text ?? '–'}</span>
      {constructed && (
        <a
          href={figureHref('constructed')}
          className="block text-xs text-soft underline decoration-line underline-offset-4"
        >
          {t('byConstruction')}
        </a>
      )}
    </td>
  );
}
