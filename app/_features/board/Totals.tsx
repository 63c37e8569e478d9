'use client';

import { useTranslations } from 'next-intl';
import { useBoard } from './boardContext';
import { inFlightNow, placeOf } from './rowState';

/** The room in five numbers. */
export function Totals() {
  const t = useTranslations('board.totals');
  const rows = useBoard((s) => s.board.rows);
  const phase = useBoard((s) => s.board.phase);
  const live = rows.filter((r) => !r.dropped);
  if (phase === 'lobby') return null;
  const members = live.flatMap((r) => r.members.filter((m) => !m.removed));
  const figures = {
    here: members.filter((m) => m.present).length,
    playing: live.filter((r) => ['practice', 'playing', 'paused'].includes(placeOf(r))).length,
    inFlight: inFlightNow(rows),
    blocked: live.filter((r) => r.run !== null && r.run.blockedSince !== null).length,
    stuck: live.filter((r) => r.run?.stuck).length,
    done: live.filter((r) => placeOf(r) === 'done').length,
  };
  return (
    <dl className="grid grid-cols-3 gap-x-6 gap-y-3">
      {Object.entries(figures).map(([name, n]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-sm text-soft">{t(name as keyof typeof figures)}</dt>
          <dd
            className={`tabular text-3xl font-semibold ${name === 'stuck' && n > 0 ? 'text-bad' : name === 'blocked' && n > 0 ? 'text-call' : ''}`}
          >
            {name === 'here' ? t('of', { n, all: members.length }) : n}
          </dd>
        </div>
      ))}
    </dl>
  );
}
