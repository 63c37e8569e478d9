'use client';

import { useTranslations } from 'next-intl';
import type { TeamMate } from '@/core/contract/room';
import { Glyph } from '../../../_ui/icons';
import { usePlay } from '../playContext';
import { nameOf } from '../selectors';
import { useDoing, useMates, useMemberName } from './useTeam';

/** Who else plays this run, whether they are there, and what they are at. */
export function TeamBar() {
  const t = useTranslations('play.team');
  const mates = useMates();
  if (mates.length === 0) return null;
  return (
    <section
      aria-label={t('title')}
      className="flex items-center gap-x-4 gap-y-1 overflow-x-auto border-b border-line bg-panel px-3 py-1.5 text-xs whitespace-nowrap sm:px-4"
    >
      <h2 className="font-medium text-soft">{t('title')}</h2>
      <ul className="flex gap-x-4">
        {mates.map((mate) => (
          <Mate key={mate.member} mate={mate} />
        ))}
      </ul>
    </section>
  );
}

function Mate({ mate }: { mate: TeamMate }) {
  const t = useTranslations('play.team');
  const name = useMemberName()(mate.member);
  const doing = useDoing(mate.member);
  const contact = usePlay((s) => (doing ? nameOf(s.view.contacts, doing.contact) : ''));
  const look = !doing ? 'text-soft' : doing.does === 'calls' ? 'text-call' : 'text-mail';
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={`size-2 rounded-full border ${mate.present ? 'border-desk-solid bg-desk-solid' : 'border-edge'}`}
      />
      <span className="font-medium">{name}</span>
      <span className={`flex items-center gap-1 ${look}`}>
        {doing && <Glyph name={doing.does === 'calls' ? 'phone' : 'write'} className="size-3.5" />}
        {doing ? t(doing.does, { contact }) : t(mate.present ? 'here' : 'away')}
      </span>
    </li>
  );
}
