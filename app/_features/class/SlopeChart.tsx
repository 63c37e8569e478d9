import { useTranslations } from 'next-intl';
import type { ClassGroup, ClassMeasure } from '@/core/contract/classDebrief';
import { amountText, meanText, measureUnits } from '../../_lib/measureText';
import { ticksTo } from './scale';

const size = { width: 960, height: 470 };
const plot = { top: 34, bottom: 416, left: 168, right: 944 };
const fills = { mail: 'fill-mail', call: 'fill-call-solid', free: 'fill-ink' } as const;

/**
 * One measure of the whole class: a dot for every run, a line for every pair, the mean with its interval beside them. Who
 * did not get there stands above the rest (X5).
 */
export function SlopeChart({ measure }: { measure: ClassMeasure }) {
  const t = useTranslations('class.chart');
  const modes = useTranslations('debrief.modeTitle');
  const { groups, pairs } = measure;
  const unit = measureUnits[measure.measure];
  const reached = groups.flatMap((g) => g.values.filter((v) => v !== null));
  const ticks = ticksTo(Math.max(0, ...reached), unit);
  const most = ticks.at(-1) || 1;
  const someNever = groups.some((g) => g.values.includes(null));
  const floor = plot.bottom;
  const ceiling = plot.top + (someNever ? 56 : 0);
  const y = (v: number | null) => (v === null ? plot.top + 12 : floor - (v / most) * (floor - ceiling));
  const x = (column: number) =>
    groups.length === 1
      ? (plot.left + plot.right) / 2
      : plot.left + 210 + column * (plot.right - plot.left - 420);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="w-full text-ink"
      role="img"
      aria-label={t('label')}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(tick)}
            y2={y(tick)}
            className="stroke-line"
            strokeWidth="1"
          />
          <text
            x={plot.left - 10}
            y={y(tick) + 8}
            textAnchor="end"
            fontSize="25"
            className="tabular fill-soft"
          >
            {amountText(tick, unit)}
          </text>
        </g>
      ))}
      {someNever && (
        <text x={plot.left - 10} y={y(null) + 8} textAnchor="end" fontSize="25" className="fill-soft">
          {t('never')}
        </text>
      )}
      {pairs.map((pair, i) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no names here, and never change places.
          key={i}
          x1={x(0)}
          y1={y(pair.mail)}
          x2={x(1)}
          y2={y(pair.call)}
          className="stroke-edge"
          strokeWidth="1.5"
          strokeOpacity={pairs.length > 60 ? 0.25 : 0.6}
          strokeDasharray={pair.mail === null || pair.call === null ? '3 5' : undefined}
        />
      ))}
      {groups.map((group, column) => (
        <g key={group.mode}>
          <Dots group={group} at={x(column)} y={y} />
          <Mean
            group={group}
            at={x(column) + (column === 0 && groups.length > 1 ? -110 : 110)}
            y={y}
            unit={unit}
          />
          <text
            x={x(column)}
            y={plot.bottom + 36}
            textAnchor="middle"
            fontSize="27"
            fontWeight="600"
            className="fill-ink"
          >
            {modes(group.mode)}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Part {
  group: ClassGroup;
  at: number;
  y: (value: number | null) => number;
}

/** Dots that would lie on one another stand side by side. */
function Dots({ group, at, y }: Part) {
  const taken = new Map<number, number>();
  return group.values.map((value, i) => {
    const row = Math.round(y(value) / 8);
    const n = taken.get(row) ?? 0;
    taken.set(row, n + 1);
    const beside = Math.ceil(n / 2) * 11 * (n % 2 === 0 ? 1 : -1);
    return (
      <circle
        // biome-ignore lint/suspicious/noArrayIndexKey: values have no names here, and never change places.
        key={i}
        cx={at + Math.max(-44, Math.min(44, beside))}
        cy={y(value)}
        r="6"
        className={`${value === null ? 'fill-ground stroke-edge' : fills[group.mode]}`}
        strokeWidth="2"
      />
    );
  });
}

/** The mean and its interval; the median as a bar where a mean would leave somebody out. */
function Mean({ group, at, y, unit }: Part & { unit: (typeof measureUnits)[ClassMeasure['measure']] }) {
  const value = group.mean ?? group.median;
  if (value === null) return null;
  return (
    <g>
      {group.interval && (
        <line
          x1={at}
          x2={at}
          y1={y(Math.max(0, group.interval[0]))}
          y2={y(group.interval[1])}
          className="stroke-ink"
          strokeWidth="4"
        />
      )}
      <line x1={at - 16} x2={at + 16} y1={y(value)} y2={y(value)} className="stroke-ink" strokeWidth="5" />
      <text
        x={at}
        y={Math.min(y(value), group.interval ? y(group.interval[1]) : y(value)) - 10}
        textAnchor="middle"
        fontSize="27"
        fontWeight="600"
        className="tabular fill-ink"
      >
        {meanText(value, unit)}
      </text>
    </g>
  );
}
