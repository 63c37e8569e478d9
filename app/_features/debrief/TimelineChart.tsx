import { useTranslations } from 'next-intl';
import { clockText } from '../../_lib/clock';
import { LaneMarks, MyLane, Patterns } from './TimelineMarks';
import type { Layout, Panel, Placed } from './timelineLayout';

interface Props {
  layout: Layout;
  id: string;
  active: Placed | null;
  alt: string;
  /** Pixels per unit of the drawing. */
  scale: number;
}

/** The part right of the names. */
export function TimelineChart({ layout, id, active, alt, scale }: Props) {
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width * scale}
      height={layout.height * scale}
      className="block shrink-0 overflow-visible"
      role="img"
      aria-label={alt}
      data-part="plot"
    >
      <Patterns id={id} />
      {layout.panels.map((panel) => (
        <g key={panel.view.runId}>
          <Grid layout={layout} panel={panel} />
          <MyLane panel={panel} id={id} x={layout.x} />
          {panel.lanes.map((lane) => (
            <LaneMarks key={lane.contact} lane={lane} id={id} end={layout.x(panel.view.endMs)} />
          ))}
          {panel.lanes.flatMap((lane) => lane.marks.map((m) => <Label key={m.moment.key} mark={m} />))}
          <Ends layout={layout} panel={panel} />
        </g>
      ))}
      {active && (
        <rect
          data-transient=""
          x={active.box.x - 4}
          y={active.box.y - 3}
          width={active.box.width + 8}
          height={active.box.height + 6}
          rx="4"
          className="pointer-events-none fill-none stroke-ink"
          strokeWidth="1.6"
          strokeDasharray="4 3"
        />
      )}
    </svg>
  );
}

/** Time of day above each run, with lines down to its last lane. */
function Grid({ layout, panel }: { layout: Layout; panel: Panel }) {
  const top = panel.me.y - 6;
  return (
    <g>
      {layout.ticks.map((at) => (
        <g key={at}>
          <path d={`M${layout.x(at)} ${top}V${panel.y + panel.height - 8}`} className="stroke-line" />
          <text
            x={Math.max(layout.x(at), 17)}
            y={top - 5}
            textAnchor="middle"
            className="tabular fill-soft text-[11px]"
          >
            {clockText(panel.view.start, at)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Label({ mark }: { mark: Placed }) {
  if (!mark.label) return null;
  return (
    <text
      x={mark.label.x}
      y={mark.label.y}
      textAnchor={mark.label.anchor}
      className="pointer-events-none fill-ink stroke-panel text-[11.5px] [paint-order:stroke]"
      strokeWidth="8"
      strokeLinejoin="round"
    >
      {mark.label.text}
    </text>
  );
}

/** When the last required answer was there, and when the run was over. */
function Ends({ layout, panel }: { layout: Layout; panel: Panel }) {
  const t = useTranslations('debrief.timeline');
  const { view } = panel;
  const bottom = panel.y + panel.height - 8;
  const done = view.measures.completionTime;
  const end = layout.x(view.endMs);
  return (
    <g>
      <path d={`M${end} ${panel.me.y - 4}V${bottom}`} className="stroke-ink" strokeWidth="1.5" />
      {done !== null && (
        <g>
          <path
            d={`M${layout.x(done)} ${panel.y + 18}V${bottom}`}
            className="stroke-desk"
            strokeWidth="1.6"
            strokeDasharray="1 3"
            strokeLinecap="round"
          />
          <text
            x={Math.min(Math.max(layout.x(done), 62), layout.width - 66)}
            y={panel.y + 13}
            textAnchor="middle"
            className="fill-desk stroke-panel text-[11.5px] font-semibold [paint-order:stroke]"
            strokeWidth="3.5"
          >
            {t('allAnswered', { time: clockText(view.start, done) })}
          </text>
        </g>
      )}
    </g>
  );
}
