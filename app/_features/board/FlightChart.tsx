'use client';

import { useTranslations } from 'next-intl';
import { useBoard } from './boardContext';
import { inFlightNow } from './rowState';

const width = 1_000;
const height = 90;

/** Requests in flight in the whole room over time: thin in a room that calls, a wave in one that writes. */
export function FlightChart() {
  const t = useTranslations('board.flight');
  const flight = useBoard((s) => s.board.flight);
  const phase = useBoard((s) => s.board.phase);
  const now = useBoard((s) => inFlightNow(s.board.rows));
  const [first] = flight;
  const last = flight.at(-1);
  if (phase === 'lobby' || !first || !last || flight.length < 2) return null;
  // What is now may be more than the line says yet, and stands beside it.
  const most = Math.max(now, ...flight.map((f) => f.inFlight));
  const x = (at: number) => ((at - first.at) / Math.max(1, last.at - first.at)) * width;
  const y = (n: number) => height - (n / Math.max(1, most)) * (height - 4);
  const line = flight.map((f) => `${x(f.at).toFixed(1)},${y(f.inFlight).toFixed(1)}`).join(' ');
  return (
    <figure>
      <figcaption className="mb-1 text-sm text-soft">{t('title', { most })}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-20 w-full overflow-visible"
        role="img"
        aria-label={t('label', { most })}
      >
        <polygon points={`0,${height} ${line} ${width},${height}`} className="fill-mail-wash" />
        <polyline
          points={line}
          className="fill-none stroke-mail"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      </svg>
    </figure>
  );
}
