import type { Persona } from '@/core/contract/persona';
import { Play } from '../../support/play';
import { prompt, village, villager } from '../../support/village';

/** Everything that can be going on while a participant's line is taken. */
export const lineStates = [
  'dialing',
  'ringing',
  'holding',
  'greeted',
  'saying',
  'looking',
  'answering',
  'asked',
  'voicemail',
  'leaving a message',
  'accepted',
] as const;
export type LineState = (typeof lineStates)[number];

export interface Taken {
  play: Play;
  /** The call that takes the line. */
  callId: string;
  /** Another one, from cleo, that rings here at the same time. */
  rings: string;
  /** Simulated minutes at which the state holds. */
  min: number;
}

const absent: Persona = { ...prompt, call: { ...prompt.call, pickUp: 0 } };
const holds: Persona = { ...prompt, call: { ...prompt.call, whenBusy: 'hold' } };

/** Cleo rings at ten minutes, for half a minute; before that, a mail has come. */
const day = (state: LineState): Play => {
  const ada = state === 'voicemail' || state === 'leaving a message' ? 'absent' : 'prompt';
  const news = { from: 'cleo', subject: 'News', text: 'There is news.' };
  const scenario = village({
    personas: { prompt, absent, holds },
    recipients: [
      villager('ada', { persona: ada }),
      villager('ben', { persona: state === 'holding' ? 'holds' : 'prompt' }),
      villager('cleo'),
    ],
    mail: [
      { id: 'letter', ...news, at: 0.5 },
      { id: 'ring', ...news, at: 10, asCall: true },
      ...(state === 'accepted' ? [{ id: 'first', ...news, from: 'ben', at: 9.8, asCall: true }] : []),
    ],
  });
  return new Play(scenario, 'seed', { mode: 'call' });
};

/** A run in which the line is taken in this way while cleo rings. */
export function lineTaken(state: LineState): Taken {
  const play = day(state);
  const callId = begin[state](play);
  play.until(10);
  const min = holdsAt(play, callId, state);
  const rings = play.state.live.find((c) => c.contact === 'cleo' && c.phase === 'ringing');
  if (!rings) throw new Error('cleo does not ring');
  return { play, callId, rings: rings.callId, min };
}

function dial(play: Play, min: number, to: string): string {
  const dialed = play.at(min, 'call.dial', { to }).find((e) => e.type === 'call.dialed');
  if (!dialed) throw new Error('no call');
  return dialed.data.callId;
}

/** Asks on a call that is answered six seconds after it is dialed. */
function asks(play: Play, min: number, to: string, request: string): string {
  const callId = dial(play, min - 0.7, to);
  play.at(min, 'call.say', { callId, asks: [request] });
  return callId;
}

/** What leads to each state, so that it holds at ten minutes or within the half minute after. */
const begin: Record<LineState, (play: Play) => string> = {
  dialing: (play) => dial(play, 9.99, 'ada'),
  ringing: (play) => dial(play, 9.95, 'ada'),
  holding: (play) => {
    play.at(9, 'call.dial', { to: 'ben' }, 'p2');
    return dial(play, 9.5, 'ben');
  },
  greeted: (play) => dial(play, 9.2, 'ada'),
  saying: (play) => asks(play, 9.99, 'ada', 'bridge'),
  looking: (play) => asks(play, 9.5, 'ada', 'bridge'),
  answering: (play) => asks(play, 7.6, 'ada', 'bridge'),
  asked: (play) => asks(play, 8.5, 'ben', 'harvest'),
  voicemail: (play) => dial(play, 9.5, 'ada'),
  'leaving a message': (play) => {
    const callId = dial(play, 9.4, 'ada');
    play.at(9.99, 'call.leaveVoicemail', { callId, text: 'Please ring me.' });
    return callId;
  },
  accepted: (play) => {
    play.until(9.85);
    const call = play.state.live[0];
    if (!call) throw new Error('ben does not ring');
    play.at(9.85, 'call.accept', { callId: call.callId });
    return call.callId;
  },
};

/** The first moment from ten minutes on at which the state holds. */
function holdsAt(play: Play, callId: string, state: LineState): number {
  for (let ms = 600_000; ms < 630_000; ms += 50) {
    play.until(ms / 60_000);
    if (isIn(play, callId, ms) === state) return ms / 60_000;
  }
  throw new Error(`not ${state}: ${JSON.stringify(play.state.calls.get(callId))}`);
}

function isIn(play: Play, callId: string, now: number): LineState | null {
  const call = play.state.calls.get(callId);
  if (!call) return null;
  if (call.phase === 'voicemail') return call.messageLeft ? 'leaving a message' : 'voicemail';
  if (call.phase !== 'connected') return call.phase === 'ended' ? null : call.phase;
  if (call.direction === 'in') return 'accepted';
  if (call.sayUntil > now) return 'saying';
  if (call.now?.spoken) return 'answering';
  if (call.now) return 'looking';
  return call.missing.length > 0 ? 'asked' : 'greeted';
}
