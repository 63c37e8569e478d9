import type { MissionItem, RunView } from '@/core/contract/view';

/**
 * Those whom somebody stands in for, by id, at a simulated moment: only what an automatic reply has told that was read, or a greeting
 * that was heard to its end (P5, P9).
 */
export function standsInFor(
  { mails, calls }: Pick<RunView, 'mails' | 'calls'>,
  contact: string,
  now: number,
): string[] {
  const read = mails.filter((m) => m.kind === 'outOfOffice' && m.opened);
  const heard = calls.filter(({ lines }) => lines.some((l) => l.kind === 'voicemail' && l.untilMs <= now));
  const told = [...read, ...heard].filter((notice) => notice.deputy === contact);
  return [...new Set(told.map((notice) => notice.contact))];
}

/** Whether something that was asked here, in a mail or on the line, still has no answer: whoever it is from. */
export function isOpenHere(
  { mails, calls, mission }: Pick<RunView, 'mails' | 'calls' | 'mission'>,
  contact: string,
): boolean {
  const open = new Set(mission.filter((m: MissionItem) => m.state !== 'answered').map(({ id }) => id));
  const asks = [
    ...mails.filter((m) => m.contact === contact && m.from === 'me' && m.state !== 'undone'),
    ...calls.filter((c) => c.contact === contact).flatMap((c) => c.lines),
  ].flatMap((said) => said.asks);
  return asks.some((id) => open.has(id));
}
