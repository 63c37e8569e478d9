'use client';

import { useTranslations } from 'next-intl';
import { Qr } from '../../_ui/Qr';
import { useBoard } from './boardContext';

/** How people come in: the address, and who can reach it (server/catalog/sessions.ts). */
export interface WayIn {
  joinUrl: string;
  qr: readonly string[];
  reach: 'anyone' | 'network' | 'nobody';
  others: readonly string[];
}

/** The way in for those who are to join. Large while nobody plays yet, one line for late ones afterwards. */
export function Lobby({ way }: { way: WayIn }) {
  const t = useTranslations('board.lobby');
  const code = useBoard((s) => s.board.code);
  const phase = useBoard((s) => s.board.phase);
  if (phase === 'ended' || code === null) return null;
  if (phase !== 'lobby') return <StillOpen code={code} way={way} />;
  return (
    <section
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-x-8 gap-y-4 rounded-2xl border border-line bg-panel p-6"
    >
      <Qr rows={way.qr} label={t('qr')} className="size-44 shrink-0 rounded-lg" />
      <div>
        <p className="text-soft">{t('code')}</p>
        <p className="tabular text-5xl font-semibold tracking-[0.2em] sm:text-6xl">{code}</p>
        <p className="mt-2 break-all">
          <Address way={way} />
        </p>
        <ReachNote way={way} />
      </div>
      <Arrivals />
    </section>
  );
}

function StillOpen({ code, way }: { code: string; way: WayIn }) {
  const t = useTranslations('board.lobby');
  return (
    <section
      aria-label={t('title')}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-y border-line py-2.5"
    >
      <p>
        <span className="mr-3 text-soft">{t('code')}</span>
        <span className="tabular text-xl font-semibold tracking-[0.2em]">{code}</span>
      </p>
      <p className="break-all">
        <Address way={way} />
      </p>
      <ReachNote way={way} />
    </section>
  );
}

const Address = ({ way: { joinUrl } }: { way: WayIn }) => (
  <a href={joinUrl} className="text-mail underline underline-offset-4">
    {joinUrl}
  </a>
);

/** Who cannot come by the address, and what to do about it. */
function ReachNote({ way: { reach, others } }: { way: WayIn }) {
  const t = useTranslations('board.lobby');
  if (reach === 'anyone') return null;
  if (reach === 'nobody') return <p className="mt-1 max-w-[50ch] text-sm text-call">{t('nobody')}</p>;
  return (
    <p className="mt-1 max-w-[50ch] text-sm text-soft">
      {t('network', { n: others.length, others: others.join(', ') })}
    </p>
  );
}

function Arrivals() {
  const t = useTranslations('board.lobby');
  const rows = useBoard((s) => s.board.rows);
  const people = rows.filter((r) => !r.dropped).flatMap((row) => row.members.filter((m) => !m.removed));
  return (
    <div className="min-w-0 grow basis-60">
      <p className="tabular text-lg font-semibold">{t('people', { n: people.length })}</p>
      <ul aria-label={t('arrivals')} className="mt-2 flex flex-wrap gap-2">
        {people.slice(-60).map((m) => (
          <li
            key={m.participantId}
            className={`arrive-up rounded-full px-3 py-1 ${m.present ? 'bg-desk-wash text-desk' : 'bg-well text-soft'}`}
          >
            {m.name ?? t('erased')}
          </li>
        ))}
      </ul>
    </div>
  );
}
