import type { ClockReason } from '@/core/contract/clock';
import type { CaptionView } from '@/core/contract/view';
import { ringingHere } from '../call/line';
import { askedWords } from '../call/talk';
import type { CallRecord, RunState } from '../run/state';

/** The call of the participant that goes on; a run of one person has at most one. */
export const callNow = (state: RunState): CallRecord | null =>
  state.live.find((c) => c.actor !== null) ?? null;

/** What the clock of a call runs for (T8), or null where nobody is on the phone and nothing rings. */
export function callReason(state: RunState, simMs = state.simMs): ClockReason | null {
  const call = callNow(state);
  if (!call) return ringingHere(state).length > 0 ? 'incoming' : null;
  switch (call.phase) {
    case 'dialing':
    case 'ringing':
      return 'ring';
    case 'holding':
      return 'hold';
    case 'voicemail':
      return call.messageLeft ? 'message' : call.silentSince > simMs ? 'speak' : 'choose';
    default:
      return talkReason(call, simMs);
  }
}

function talkReason(call: CallRecord, simMs: number): ClockReason {
  if (call.sayUntil > simMs) return 'say';
  if (!call.now) return 'choose';
  return call.now.spoken && call.now.spokenUntil > simMs ? 'speak' : 'look';
}

/** The words of a caption; where they were erased (A5), those that the scenario offers for what was asked. */
export const captionText = (state: RunState, line: CaptionView): string =>
  line.text ?? askedWords(state, line.asks);
