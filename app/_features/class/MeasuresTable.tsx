import { useTranslations } from 'next-intl';
import type { ClassDebrief, ClassGroup, ClassMeasure } from '@/core/contract/classDebrief';
import { figureHref } from '../../_lib/figures';
import { meanText, measureUnits, type Unit } from '../../_lib/measureText';

/** Every measure in figures: means and medians of each mode, and the difference with its intervals (X1). */
export function MeasuresTable({ page }: { page: ClassDebrief }) {
  const t = useTranslations('class.table');
  const modes = useTranslations('debrief.modeTitle');
  const shown = (['mail', 'call', 'free'] as const).filter((m) =>
    page.measures.some(({ groups }) => groups.some((g) => g.mode === m)),
  );
  const orders = page.measures.some((m) => m.difference?.order);
  const compared = page.measures.some((m) => m.difference);
  if (page.measures.length === 0) return null;
  return (
    <details className="mt-10">
      <summary className="min-h-11 cursor-pointer py-2 text-xl font-semibold">{t('title')}</summary>
      <p className="mb-3 max-w-[75ch] text-soft">{t('lead')}</p>
      <div className="overflow-x-auto">
        <table className="tabular w-full border-collapse text-left" aria-label={t('title')}>
          <thead className="text-sm text-soft">
            <tr>
              <Head>{t('measure')}</Head>
              {shown.map((mode) => (
                <Head key={mode}>{modes(mode)}</Head>
              ))}
              {compared && <Head to="difference">{t('difference')}</Head>}
              {compared && <Head to="student">{t('interval')}</Head>}
              {compared && <Head to="median">{t('medians')}</Head>}
              {orders && <Head to="orders">{t('mode')}</Head>}
              {orders && <Head to="orders">{t('order')}</Head>}
            </tr>
          </thead>
          <tbody>
            {page.measures.map((measure) => (
              <Row
                key={measure.measure}
                measure={measure}
                shown={shown}
                compared={compared}
                orders={orders}
              />
            ))}
          </tbody>
        </table>
      </div>
      {page.plan !== 'orders' && compared && page.plan !== 'halves' && (
        <p className="mt-3 max-w-[75ch] text-soft">{t('oneOrder')}</p>
      )}
    </details>
  );
}

const Head = ({ children, to }: { children: string; to?: Parameters<typeof figureHref>[0] }) => (
  <th scope="col" className="py-2 pr-5 align-bottom font-medium">
    {to ? (
      <a href={figureHref(to)} className="underline decoration-line underline-offset-4">
        {children}
      </a>
    ) : (
      children
    )}
  </th>
);

interface RowProps {
  measure: ClassMeasure;
  shown: readonly ClassGroup['mode'][];
  compared: boolean;
  orders: boolean;
}

function Row({ measure, shown, compared, orders }: RowProps) {
  const names = useTranslations('debrief.measures.names');
  const unit = measureUnits[measure.measure];
  const { difference: d } = measure;
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-2 pr-5 font-medium">
        <a href={figureHref(measure.measure)} className="underline decoration-line underline-offset-4">
          {names(measure.measure)}
        </a>
      </th>
      {shown.map((mode) => (
        <td key={mode} className="py-2 pr-5">
          <Group group={measure.groups.find((g) => g.mode === mode)} unit={unit} />
        </td>
      ))}
      {compared && <td className="py-2 pr-5">{signed(d?.value, unit)}</td>}
      {compared && (
        <td className="py-2 pr-5">
          <Intervals measure={measure} unit={unit} />
        </td>
      )}
      {compared && (
        <td className="py-2 pr-5">
          {signed(d?.median, unit)} {d?.medianInterval && <Soft>{between(d.medianInterval, unit)}</Soft>}
        </td>
      )}
      {orders && <Effect effect={d?.mode ?? null} unit={unit} />}
      {orders && <Effect effect={d?.order ?? null} unit={unit} />}
    </tr>
  );
}

const Soft = ({ children }: { children: string }) => (
  <span className="block text-sm text-soft">{children}</span>
);

function Group({ group, unit }: { group: ClassGroup | undefined; unit: Unit }) {
  const t = useTranslations('class.table');
  if (!group) return <>–</>;
  const never = group.values.filter((v) => v === null).length;
  return (
    <>
      {group.mean === null ? t('noMean') : meanText(group.mean, unit)}
      <Soft>{t('n', { n: group.values.length, never })}</Soft>
      {group.median !== null && <Soft>{t('median', { median: meanText(group.median, unit) })}</Soft>}
    </>
  );
}

function Intervals({ measure, unit }: { measure: ClassMeasure; unit: Unit }) {
  const t = useTranslations('class.table');
  const { difference: d, constructed } = measure;
  if (constructed) return <>{t('constructed')}</>;
  if (!d?.t) return <>–</>;
  return (
    <>
      {between(d.t, unit)}
      {d.bootstrap && <Soft>{t('bootstrap', { interval: between(d.bootstrap, unit) })}</Soft>}
    </>
  );
}

function Effect({
  effect,
  unit,
}: {
  effect: { value: number; interval: [number, number] | null } | null;
  unit: Unit;
}) {
  return (
    <td className="py-2 pr-5">
      {signed(effect?.value, unit)} {effect?.interval && <Soft>{between(effect.interval, unit)}</Soft>}
    </td>
  );
}

const signed = (value: number | null | undefined, unit: Unit): string => {
  if (value === null || value === undefined) return '–';
  const text = meanText(Math.abs(value), unit);
  return value === 0 || text === meanText(0, unit) ? text : `${value > 0 ? '+' : '−'}${text}`;
};
const between = ([low, high]: [number, number], unit: Unit): string =>
  `${signed(low, unit)} … ${signed(high, unit)}`;
