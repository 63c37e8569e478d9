import type { NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { alone } from '../run/member';
import type { LoggedCall } from './calls';

export interface MemberSince {
  member: Member;
  /** In simMs. */
  since: number;
}

/** Who was in the team of a log, and from when on. */
export function membersIn(log: readonly NewEvent[]): MemberSince[] {
  const started = log.find((e) => e.type === 'run.started');
  const first = started?.data.members ?? [alone];
  const later = log.filter((e) => e.type === 'member.joined');
  return [
    ...first.map((member) => ({ member, since: 0 })),
    ...later.map((e) => ({ member: e.data.member, since: e.simMs })),
  ];
}

/**
 * How evenly the messages and calls of a team are spread over its members: 1 minus the Gini coefficient, from 1 (all the
 * same) down to 1/n (one did it all); null for one person, and where nothing was sent or said. Gini as half the relative
 * mean absolute difference: sum over all pairs |x_i - x_j| / (2 n sum x).
 */
export function equality(
  log: readonly NewEvent[],
  calls: readonly LoggedCall[],
  team: readonly MemberSince[],
): number | null {
  if (team.length < 2) return null;
  const members = team.map(({ member }) => member);
  const undone = new Set(log.flatMap((e) => (e.type === 'mail.undone' ? [e.data.mailId] : [])));
  const counts = members.map(
    (member) =>
      log.filter((e) => e.type === 'mail.sent' && e.actor === member && !undone.has(e.data.mailId)).length +
      calls.filter((c) => c.actor === member).length,
  );
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const apart = counts.reduce((sum, a) => sum + counts.reduce((s, b) => s + Math.abs(a - b), 0), 0);
  return 1 - apart / (2 * members.length * total);
}
