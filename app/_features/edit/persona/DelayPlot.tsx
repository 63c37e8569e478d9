'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import type { Persona } from '@/core/contract/persona';
import { type Delays, delaysOf, shareWithin } from '@/core/sim/scenario/delays';
import { spanText } from '../../../_lib/clock';
import { useDraft } from '../editorContext';

const mails = 300;
const width = 440;
const height = 150;
const room = { left: 52, right: 84, top: 8, bottom: 22 };
const hours = [30, 60, 120, 240, 480] as const;

/** How long a mail to this person waits, from the world's own readings: shares read and answered over time, and in words. */
export function DelayPlot({ persona, at }: { persona: Persona; at: number }) {
  const t = useTranslations('editor.persona.plot');
  const start = useDraft((d) => d.start);
  const own = useDraft((d) => d.utcOffsetMin);
  const lengthMin = useDraft((d) => d.lengthMin);
  const offset = useDraft((d) => d.recipients[at]?.utcOffsetMin ?? 0);
  const away = useDraft((d) => d.recipients[at]?.outOfOffice !== undefined);
  const shown = useDeferredValue(persona);
  const delays = useMemo(
    () => delaysOf({ start, utcOffsetMin: own, lengthMin }, shown, offset, mails),
    [start, own, lengthMin, shown, offset],
  );
  if (away) return <p className="mt-3 text-sm text-soft">{t('away')}</p>;
  const half = delays.read[Math.floor(delays.read.length / 2)];
  const most = delays.read[Math.floor(delays.read.length * 0.9)];
  const end = hours.find((h) => h >= (most ?? 0)) ?? 480;
  const labels = labelsOf(delays, end);
  const words =
    half === undefined || most === undefined
      ? t('never')
      : t('words', {
          half: spanText(Math.max(1, Math.round(half)) * 60_000),
          most: spanText(Math.max(1, Math.round(most)) * 60_000),
          answered: Math.round((shown.reply.chance[0] ?? 0) * 100),
          pickUp: Math.round(shown.call.pickUp * 100),
        });
  return (
    <figure className="mt-4">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full max-w-2xl" role="img" aria-label={words}>
        <Axes end={end} unit={t('minutes')} />
        <Curve
          delays={delays.read}
          end={end}
          label={labels.read}
          name={t('read')}
          className="text-soft"
          dashed
        />
        <Curve
          delays={delays.reply}
          end={end}
          label={labels.reply}
          name={t('answered')}
          className="text-mail"
        />
      </svg>
      <figcaption className="mt-1 text-sm">
        {words} <span className="text-soft">{t('basis', { mails })}</span>
      </figcaption>
    </figure>
  );
}

const x = (minutes: number, end: number) => room.left + (minutes / end) * (width - room.left - room.right);
const y = (share: number) => height - room.bottom - share * (height - room.top - room.bottom);

function Axes({ end, unit }: { end: number; unit: string }) {
  return (
    <g className="tabular fill-soft text-[12px]">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={room.left} x2={width - room.right} y1={y(share)} y2={y(share)} stroke="var(--line)" />
          <text x={room.left - 5} y={y(share) + 4} textAnchor="end">
            {share * 100} %
          </text>
        </g>
      ))}
      {[0.25, 0.5, 0.75, 1].map((part) => (
        <text key={part} x={x(part * end, end)} y={height - 6} textAnchor="middle">
          {part === 1 ? `${end} ${unit}` : part * end}
        </text>
      ))}
    </g>
  );
}

const lineHeight = 13;

/** Where the curves' names stand at their ends: above the axis, and never over one another. */
function labelsOf({ read, reply }: Pick<Delays, 'read' | 'reply'>, end: number) {
  const at = (delays: readonly number[]) => y(shareWithin(delays, mails, end)) + 4;
  const lowest = y(0) - 3;
  const below = Math.min(lowest, Math.max(at(reply), at(read) + lineHeight));
  return { read: Math.min(at(read), below - lineHeight), reply: below };
}

const steps = 80;

function Curve({
  delays,
  end,
  label,
  name,
  className,
  dashed = false,
}: {
  delays: readonly number[];
  end: number;
  /** How far down its name stands. */
  label: number;
  name: string;
  className: string;
  dashed?: boolean;
}) {
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const minutes = (i / steps) * end;
    return `${x(minutes, end).toFixed(1)},${y(shareWithin(delays, mails, minutes)).toFixed(1)}`;
  });
  return (
    <g className={className}>
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        {...(dashed && { strokeDasharray: '4 3' })}
      />
      <text x={width - room.right + 5} y={label} fill="currentColor" className="text-[12px] font-medium">
        {name}
      </text>
    </g>
  );
}
