import { useTranslations } from 'next-intl';
import { rectOf } from './TimelineMarks';
import type { Layout } from './timelineLayout';

/** The names, which stay where they are when the rest scrolls. */
export function TimelineNames({ layout, width, scale }: { layout: Layout; width: number; scale: number }) {
  const t = useTranslations('debrief');
  const letters = Math.floor((width - 10) / 5.9);
  const shorten = (text: string, most = letters) =>
    text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return (
    <svg
      viewBox={`0 0 ${width} ${layout.height}`}
      width={width * scale}
      height={layout.height * scale}
      className="sticky left-0 z-10 block shrink-0 bg-ground"
      aria-hidden="true"
      data-part="names"
    >
      {layout.panels.map((panel) => (
        <g key={panel.view.runId}>
          <text x="24" y={panel.y + 24} className="fill-ink text-[14px] font-semibold">
            {shorten(t(`modeTitle.${panel.view.mode}`))}
          </text>
          <ModeSign mode={panel.view.mode} y={panel.y + 19} />
          <text x="0" y={panel.me.y + 23} className="fill-ink text-[12.5px] font-semibold">
            {t('timeline.you')}
          </text>
          {panel.lanes.map((lane) => (
            <g key={lane.contact}>
              <text x="0" y={lane.y + 13} className="fill-ink text-[12.5px]">
                {shorten(lane.name, letters - 1)}
              </text>
              <text x="0" y={lane.y + 26} className="fill-soft text-[10.5px]">
                {shorten(lane.role, letters + 2)}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Many thin lines for mail, one thick block for a call. */
function ModeSign({ mode, y }: { mode: 'mail' | 'call' | 'free'; y: number }) {
  return (
    <g>
      {mode !== 'call' &&
        [-5, 0, 5].map((d) => (
          <path
            key={d}
            d={`M${5 + d * 0.6} ${y + d}h10`}
            className="stroke-mail"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        ))}
      {mode !== 'mail' && (
        <rect
          {...rectOf({ x: mode === 'free' ? 10 : 2, y: y - 7, width: mode === 'free' ? 8 : 15, height: 14 })}
          rx="1.5"
          className="fill-call-solid stroke-call"
        />
      )}
    </g>
  );
}
