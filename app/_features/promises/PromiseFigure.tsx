import { useTranslations } from 'next-intl';
import type { PromiseRow, PromisesView } from '@/core/contract/promises';
import { clockText } from '../../_lib/clock';

const frame = { width: 620, right: 16, top: 24, row: 40 } as const;

/** One line a request: pending is a thin line, fulfilled a dot, rejected a cross, never settled an open ring at the end. */
export function PromiseFigure({ view }: { view: PromisesView }) {
  const t = useTranslations('debrief.promises');
  const height = frame.top + view.rows.length * frame.row + 6;
  const span = Math.max(1, view.endMs);
  const x = (simMs: number) => 8 + (simMs / span) * (frame.width - 8 - frame.right);
  return (
    <svg viewBox={`0 0 ${frame.width} ${height}`} className="h-auto w-full" role="img" aria-label={t('alt')}>
      {[0, 0.5, 1].map((share) => (
        <text
          key={share}
          x={x(span * share)}
          y="12"
          textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
          className="tabular fill-soft text-[11px]"
        >
          {clockText(view.start, span * share)}
        </text>
      ))}
      {view.blocked.map((b) => (
        <rect
          key={b.from}
          x={x(b.from)}
          y={frame.top - 6}
          width={Math.max(1, x(b.to) - x(b.from))}
          height={height - frame.top}
          className="fill-call-wash"
        />
      ))}
      {view.rows.map((row, i) => (
        <Row key={row.request} row={row} y={frame.top + i * frame.row + 12} x={x} span={span} />
      ))}
    </svg>
  );
}

function Row({
  row,
  y,
  x,
  span,
}: {
  row: PromiseRow;
  y: number;
  x: (simMs: number) => number;
  span: number;
}) {
  const t = useTranslations('debrief.promises');
  const end = row.takenUpMs ?? span;
  const line = y + 15;
  const call = row.by === 'call';
  return (
    <g>
      <text x="8" y={y + 3} className="fill-ink text-[13px]">
        {row.title}
        <tspan dx="8" className="fill-soft text-[12px]">
          {t(`how.${row.how}`)}
        </tspan>
      </text>
      <path
        d={`M${x(row.fromMs)} ${line}H${Math.max(x(row.fromMs) + 2, x(end))}`}
        className={call ? 'stroke-call-solid' : 'stroke-mail'}
        strokeWidth={call ? 7 : 2}
        strokeDasharray={row.how === 'pending' ? '2 5' : undefined}
        strokeLinecap={row.how === 'pending' ? 'round' : undefined}
      />
      {row.triesMs.map((at) => (
        <path key={at} d={`M${x(at)} ${line - 5}v10`} className="stroke-mail" strokeWidth="2" />
      ))}
      {row.questionsMs.map((at) => (
        <text
          key={at}
          x={x(at)}
          y={line - 4}
          textAnchor="middle"
          className="fill-mail text-[11px] font-semibold"
        >
          ?
        </text>
      ))}
      <EndMark row={row} cx={x(end)} cy={line} />
    </g>
  );
}

function EndMark({ row, cx, cy }: { row: PromiseRow; cx: number; cy: number }) {
  if (row.how === 'rejected')
    return <path d={`M${cx - 5} ${cy - 5}l10 10m0 -10l-10 10`} className="stroke-bad" strokeWidth="2.5" />;
  if (row.how === 'pending')
    return <circle cx={cx} cy={cy} r="5" className="fill-ground stroke-mail" strokeWidth="2" />;
  return <circle cx={cx} cy={cy} r="5.5" className={row.by === 'call' ? 'fill-call' : 'fill-mail'} />;
}
