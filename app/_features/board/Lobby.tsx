'use client';

import { useTranslations } from 'next-intl';
import { Qr } from '../../_ui/Qr';
import { useBoard } from './boardContext';

/** The way in for those who are to join: code, address and QR code. Large while nobody plays yet, one line afterwards. */
export function Lobby({ joinUrl, qr, local }: { joinUrl: string; qr: readonly string[]; local: boolean }) {
  const t = useTranslations('board.lobby');
  const code = useBoard((s) => s.board.code);
  const phase = useBoard((s) => s.board.phase);
  if (phase === 'ended' || code === null) return null;
  const large = phase === 'lobby';
  return (
    <section
      aria-label={t('title')}
      className={`flex flex-wrap items-center gap-x-8 gap-y-4 rounded-2xl border border-line bg-panel ${large ? 'p-6' : 'px-5 py-3'}`}
    >
      {large && <Qr rows={qr} label={t('qr')} className="size-44 shrink-0 rounded-lg" />}
      <div>
        <p className="text-soft">{t('code')}</p>
        <p
          className={`tabular font-semibold tracking-[0.2em] ${large ? 'text-5xl sm:text-6xl' : 'text-2xl'}`}
        >
          {code}
        </p>
        <p className="mt-2 break-all">
          <a href={joinUrl} className="text-mail underline underline-offset-4">
            {joinUrl}
          </a>
        </p>
        {local && <p className="mt-1 max-w-[50ch] text-sm text-call">{t('local')}</p>}
      </div>
      {large && <Arrivals />}
    </section>
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
