import { useTranslations } from 'next-intl';
import type { DebriefView, RevealRow } from '@/core/contract/debrief';
import { clockText, spanText, storyTime } from '../../_lib/clock';
import { SavePicture } from '../../_ui/SavePicture';
import { FlightTable } from './FlightTable';
import { frame, type Lane, layoutOf } from './timelineLayout';

const bar = 'fill-none stroke-mail';

/** The run on one time axis: the participant's lane and one per recipient; with `reveal`, what recipients really did lies behind. */
export function Timeline({
  view,
  reveal,
  title,
}: {
  view: DebriefView;
  reveal: readonly RevealRow[] | null;
  title: string;
}) {
  const t = useTranslations('debrief.timeline');
  const layout = layoutOf(view, storyTime(view.start, 0), reveal ? 13 : 0);
  const id = reveal ? 'reveal' : 'plain';
  return (
    <figure aria-label={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard. */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t('scroll', { title })}>
        <svg
          viewBox={`0 0 ${frame.width} ${layout.height}`}
          className="h-auto w-full min-w-[50rem]"
          role="img"
          aria-label={t('alt')}
        >
          <Hatch id={id} />
          <Axis view={view} layout={layout} />
          <MyLane view={view} layout={layout} label={t('you')} />
          {layout.lanes.map((lane) => (
            <g key={lane.contact}>
              <text x="0" y={lane.y + 16} className="fill-ink text-[13px] font-semibold">
                {lane.name}
              </text>
              <text x="0" y={lane.y + 31} className="fill-soft text-[11px]">
                {lane.role.length > 24 ? `${lane.role.slice(0, 23)}…` : lane.role}
              </text>
              <rect
                x={layout.x(0)}
                y={lane.y}
                width={layout.x(layout.span) - layout.x(0)}
                height={lane.height}
                rx="4"
                className="fill-panel"
              />
              {reveal && (
                <Behind
                  row={reveal.find((r) => r.contact === lane.contact)}
                  lane={lane}
                  x={layout.x}
                  id={id}
                />
              )}
              <Flights lane={lane} view={view} x={layout.x} />
              <Arrivals lane={lane} view={view} x={layout.x} />
            </g>
          ))}
          <path
            d={`M${layout.x(view.endMs)} ${frame.top - 8}V${layout.height}`}
            className="stroke-ink"
            strokeWidth="1.5"
          />
        </svg>
      </section>
      <figcaption className="mt-2 text-sm text-soft">{t(reveal ? 'keyReveal' : 'key')}</figcaption>
      <div className="mt-2 flex flex-wrap items-center gap-x-4">
        <SavePicture name={`meanwhile-${id}`} svg={t('saveSvg')} png={t('savePng')} />
        <FlightTable view={view} />
      </div>
    </figure>
  );
}

type Parts = { view: DebriefView; layout: ReturnType<typeof layoutOf> };

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`hatch-${id}`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" className="stroke-edge" strokeWidth="1.6" opacity="0.55" />
      </pattern>
    </defs>
  );
}

const Axis = ({ view, layout }: Parts) => (
  <g>
    {layout.ticks.map((at) => (
      <g key={at}>
        <path d={`M${layout.x(at)} ${frame.top - 10}V${layout.height}`} className="stroke-line" />
        <text
          x={layout.x(at)}
          y={frame.top - 14}
          textAnchor="middle"
          className="tabular fill-soft text-[11px]"
        >
          {clockText(view.start, at)}
        </text>
      </g>
    ))}
  </g>
);

/** The participant: writing and reading as a quiet band, desk cards as green ticks. */
function MyLane({ view, layout, label }: Parts & { label: string }) {
  const { me, x } = layout;
  return (
    <g>
      <text x="0" y={me.y + 21} className="fill-ink text-[13px] font-semibold">
        {label}
      </text>
      <rect
        x={x(0)}
        y={me.y}
        width={x(layout.span) - x(0)}
        height={me.height}
        rx="4"
        className="fill-panel"
      />
      {view.scenes.map((s) => (
        <rect
          key={`${s.kind}${s.from}`}
          x={x(s.from)}
          y={me.y + 4}
          width={Math.max(2, x(s.to) - x(s.from))}
          height="8"
          rx="2"
          className={s.kind === 'compose' ? 'fill-mail' : 'fill-mail-wash stroke-mail-line'}
        />
      ))}
      {view.cards.map((c, i) => (
        <path
          key={`${c.simMs}-${String(i)}`}
          d={
            c.correct
              ? `M${x(c.simMs) - 4} ${me.y + 23}l3 4l6 -9`
              : `M${x(c.simMs) - 3} ${me.y + 19}l6 7m0 -7l-6 7`
          }
          className={`fill-none ${c.correct ? 'stroke-desk' : 'stroke-bad'}`}
          strokeWidth="2"
        />
      ))}
    </g>
  );
}

/** One thin line per request: a dot where the answer came, an open ring where it never did. */
function Flights({ lane, view, x }: { lane: Lane; view: DebriefView; x: (ms: number) => number }) {
  return lane.flights.map((f) => {
    const end = x(f.to ?? view.endMs);
    const left = x(f.from) > frame.width - 330 && f.to !== null;
    return (
      <g key={f.request}>
        <path d={`M${x(f.from)} ${f.y}H${end}`} className={bar} strokeWidth="2" strokeLinecap="round" />
        <circle
          cx={end}
          cy={f.y}
          r="4.5"
          strokeWidth="2"
          className={f.to === null ? 'fill-ground stroke-mail' : 'fill-mail stroke-mail'}
        />
        <text
          x={left ? x(f.from) - 8 : f.to === null ? x(f.from) + 4 : end + 9}
          y={f.to === null ? f.y + 12 : f.y + 4}
          textAnchor={left ? 'end' : 'start'}
          className="fill-ink text-[11px] [paint-order:stroke] stroke-panel"
          strokeWidth="3"
        >
          {f.title}
          {f.to !== null && ` · ${spanText(f.to - f.from)}`}
        </text>
      </g>
    );
  });
}

/** What came from them besides answers: questions as amber diamonds, other mail as small arrows. */
function Arrivals({ lane, view, x }: { lane: Lane; view: DebriefView; x: (ms: number) => number }) {
  // On the line it belongs to: one that was in flight when it came.
  const rowAt = (ms: number) =>
    (lane.flights.find((f) => f.from < ms && (f.to === null || f.to > ms)) ?? lane.flights[0])?.y ??
    lane.y + 15;
  return view.mails
    .filter((m) => m.direction === 'in' && m.contact === lane.contact && m.kind !== 'answer')
    .map((m) => {
      const y = rowAt(m.simMs);
      const back = m.kind === 'clarify' || m.kind === 'outOfOffice';
      return back ? (
        <rect
          key={m.mailId}
          x={x(m.simMs) - 4}
          y={y - 4}
          width="8"
          height="8"
          transform={`rotate(45 ${x(m.simMs)} ${y})`}
          className="fill-call-solid stroke-panel"
        />
      ) : (
        <path key={m.mailId} d={`M${x(m.simMs) - 4} ${lane.y + 1}h8l-4 6z`} className="fill-soft" />
      );
    });
}

/** What they were doing: hatched where they could not look, a short stroke for every look at their mail. */
function Behind({
  row,
  lane,
  x,
  id,
}: {
  row: RevealRow | undefined;
  lane: Lane;
  x: (ms: number) => number;
  id: string;
}) {
  const t = useTranslations('debrief.kinds');
  if (!row) return null;
  return (
    <g>
      {row.busy.map((b) => (
        <g key={`${b.kind}${b.from}`}>
          <rect
            x={x(b.from)}
            y={lane.y}
            width={Math.max(1, x(b.to) - x(b.from))}
            height={lane.height}
            fill={`url(#hatch-${id})`}
          />
          {x(b.to) - x(b.from) > 64 && (
            <text
              x={x(b.from) + 5}
              y={lane.y + lane.height - 4}
              className="fill-ink text-[10px] [paint-order:stroke] stroke-panel"
              strokeWidth="3"
            >
              {t(b.kind)}
            </text>
          )}
        </g>
      ))}
      {row.checks.map((at) => (
        <path
          key={at}
          d={`M${x(at)} ${lane.y + lane.height - 8}v8`}
          className="stroke-ink"
          strokeWidth="1.5"
        />
      ))}
    </g>
  );
}
