import type { CallView, MissionItem, RunView } from '@/core/contract/view';
import { passedOnIn } from './ownWords';

/** How a request stands: its state, or what was said of it on a line that has not led to anything yet. */
export interface Standing {
  is: MissionItem['state'] | 'said' | 'unanswered';
  /** When it was first asked; null on the line, where nothing is in flight. */
  since: number | null;
}

/**
 * How a request stands for whoever asks: they know what they asked by name on the phone, and what was passed on before their eyes,
 * though neither is a mail of theirs in flight. What own words were taken for is told by nothing here (P9).
 */
export function standingOf(
  { id, state, askedMs }: MissionItem,
  seen: Pick<RunView, 'mails' | 'mission' | 'calls'>,
): Standing {
  if (state !== 'open') return { is: state, since: askedMs };
  const call = seen.calls.findLast((c) => saidIn(c, id));
  if (call && call.phase !== 'ended') return { is: 'said', since: null };
  const since = passedOnIn(seen).get(id);
  if (since !== undefined) return { is: 'asked', since };
  return { is: call ? 'unanswered' : 'open', since: null };
}

const saidIn = ({ lines }: CallView, request: string): boolean =>
  lines.some((line) => line.from === 'me' && line.asks.includes(request));
