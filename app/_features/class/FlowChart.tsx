import { useTranslations } from 'next-intl';
import type { ClassFlow } from '@/core/contract/classDebrief';
import { briefSpan } from '../../_lib/clock';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';
import { ticksTo } from './scale';

const size = { width: 960, height: 150, left: 70, right: 950, top: 12, bottom: 116 };

/** The group's time line: what the mean run had in flight, and how many were on the phone, over simulated time. */
export function FlowChart({ flow }: { flow: readonly ClassFlow[] }) {
  const t = useTranslations('class.flow');
  const modes = useTranslations('debrief.modeTitle');
  if (flow.length === 0) return null;
  const most = Math.max(1, ...flow.flatMap((f) => f.inFlight));
  return (
    <section className="mt-14" aria-labelledby="flow">
      <h2 id="flow" className="text-3xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-[70ch] text-lg text-soft">{t('lead')}</p>
      {flow.map((one) => (
        <figure key={one.mode} className="mt-5">
          <figcaption className="text-xl font-semibold">{modes(one.mode)}</figcaption>
          <Area flow={one} most={most} label={t(`label.${one.mode}`)} />
        </figure>
      ))}
      <p className="text-sm text-soft">{t('key')}</p>
      <FigureLink href={figureHref('flow')} />
    </section>
  );
}

function Area({ flow, most, label }: { flow: ClassFlow; most: number; label: string }) {
  const end = Math.max(1, (flow.inFlight.length - 1) * flow.stepMs);
  const x = (k: number) => size.left + ((k * flow.stepMs) / end) * (size.right - size.left);
  const y = (share: number) => size.bottom - share * (size.bottom - size.top);
  const outline = (values: readonly number[], of: number) =>
    `${size.left},${size.bottom} ${values.map((v, k) => `${x(k).toFixed(1)},${y(v / of).toFixed(1)}`).join(' ')} ${x(values.length - 1)},${size.bottom}`;
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="w-full" role="img" aria-label={label}>
      {flow.mode !== 'call' && (
        <polygon
          points={outline(flow.inFlight, most)}
          className="fill-mail-wash stroke-mail"
          strokeWidth="2"
        />
      )}
      {flow.mode !== 'mail' && (
        <polygon points={outline(flow.blocked, 1)} className="fill-call-solid" fillOpacity="0.75" />
      )}
      <line x1={size.left} x2={size.right} y1={size.bottom} y2={size.bottom} className="stroke-edge" />
      <text x={size.left - 8} y={size.top + 10} textAnchor="end" fontSize="16" className="tabular fill-soft">
        {flow.mode === 'call' ? '100 %' : most.toFixed(1)}
      </text>
      {ticksTo(end, 'time')
        .filter((tick) => tick <= end)
        .map((tick) => (
          <text
            key={tick}
            x={size.left + (tick / end) * (size.right - size.left)}
            y={size.bottom + 22}
            textAnchor="middle"
            fontSize="16"
            className="tabular fill-soft"
          >
            {briefSpan(tick)}
          </text>
        ))}
    </svg>
  );
}
