'use client';

import { useTranslations } from 'next-intl';
import type { TeamMate } from '@/core/contract/room';
import { Glyph } from '../../../_ui/icons';
import { useDoing, useMates, useMemberName } from './useTeam';

/** Who of the team is on the phone with this person or writes to them, under the name: contention is seen before it happens. */
export function MatesHere({ contact }: { contact: string }) {
  const mates = useMates();
  return mates.map((mate) => <Here key={mate.member} mate={mate} contact={contact} />);
}

function Here({ mate, contact }: { mate: TeamMate; contact: string }) {
  const t = useTranslations('play.team');
  const nameOf = useMemberName();
  const doing = useDoing(mate.member);
  if (doing?.contact !== contact) return null;
  const calls = doing.does === 'calls';
  return (
    <span className={`flex items-center gap-1 text-xs ${calls ? 'text-call' : 'text-mail'}`}>
      <Glyph name={calls ? 'phone' : 'write'} className="size-3.5 shrink-0" />
      <span className="truncate">{t(calls ? 'callsHere' : 'writesHere', { name: nameOf(mate.member) })}</span>
    </span>
  );
}
