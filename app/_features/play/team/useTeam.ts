import { useTranslations } from 'next-intl';
import { useShallow } from 'zustand/react/shallow';
import type { Member } from '@/core/contract/ids';
import type { TeamMate } from '@/core/contract/room';
import { usePlay } from '../playContext';

/** Everybody else in the team; nobody where one plays alone. */
export const useMates = (): TeamMate[] =>
  usePlay(useShallow((s) => s.room?.team.filter((mate) => mate.member !== s.view.me) ?? []));

/** What a member is called; whoever has no name any more, by number. */
export function useMemberName(): (member: Member) => string {
  const t = useTranslations('play.team');
  const team = usePlay((s) => s.room?.team);
  return (member) =>
    team?.find((mate) => mate.member === member)?.name ?? t('nameless', { number: member.slice(1) });
}

/** With whom a member is on the phone, or to whom they write: a recipient's id. */
export function useDoing(member: Member): { does: 'calls' | 'writes'; contact: string } | null {
  const calls = usePlay(
    (s) => s.view.calls.find((c) => c.by === member && c.phase !== 'ended')?.contact ?? null,
  );
  const writes = usePlay((s) => s.writing[member] ?? null);
  if (calls !== null) return { does: 'calls', contact: calls };
  return writes === null ? null : { does: 'writes', contact: writes };
}
