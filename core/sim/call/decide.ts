import type { CommandBody, WorldCommand } from '@/core/contract/command';
import type { Actor, EventData } from '@/core/contract/event';
import { limits } from '@/core/contract/limits';
import type { RefusalCode } from '@/core/contract/refusal';
import { wordCount } from '@/core/contract/wordCount';
import { accept, type Decided, no } from '../run/decided';
import { detailsIn, matchWords } from '../run/send';
import type { CallRecord, RunState } from '../run/state';
import { dialed, ended } from './dial';
import { connected, messageMs } from './due';
import { blockingCall } from './line';
import { sayingMs } from './talk';

/** C3: what may be done with the line taken; everything else is refused `blocked`. Drafts are kept elsewhere. */
const allowedOnTheLine: ReadonlySet<WorldCommand['name']> = new Set([
  'call.say',
  'call.leaveVoicemail',
  'call.hangUp',
  'call.decline',
  'mail.open',
  'scene.open',
  'scene.close',
]);

export const isBlocked = (state: RunState, command: WorldCommand, actor: Actor): boolean =>
  !allowedOnTheLine.has(command.name) && blockingCall(state, actor) !== null;

export type CallCommand = Extract<WorldCommand, { name: `call.${string}` }>;

/** What a command about calls does (C1 to C7). That the line is not blocked is checked before. */
export function decideCall(state: RunState, command: CallCommand, now: number, actor: Actor): Decided {
  if (state.world.header.mode === 'mail') return no('noCalls');
  if (command.name === 'call.dial') return dial(state, command.body.to, now, actor);
  const call = state.calls.get(command.body.callId);
  if (!call || (call.actor !== null && call.actor !== actor)) return no('unknown');
  switch (command.name) {
    case 'call.accept':
      return ringsHere(call) ? accept(connected(state, call, now, actor)) : no('notPossible');
    case 'call.decline':
      return ringsHere(call) ? accept(ended(state, call, 'declined', now, actor)) : no('notPossible');
    case 'call.hangUp':
      return hangUp(state, call, now, actor);
    case 'call.say':
      return call.phase === 'connected' ? say(state, call, command.body, now, actor) : no('notPossible');
    case 'call.leaveVoicemail':
      return call.phase === 'voicemail' && !call.messageLeft
        ? message(state, call, command.body, now, actor)
        : no('notPossible');
  }
}

const ringsHere = (call: CallRecord): boolean => call.direction === 'in' && call.phase === 'ringing';

function dial(state: RunState, to: string, now: number, actor: Actor): Decided {
  if (!state.world.people.has(to)) return no('unknown');
  if (state.counters.call >= limits.callsPerRun) return no('tooMany');
  if (state.live.some((c) => ringsHere(c) && c.contact === to)) return no('notPossible');
  return accept(dialed(state, to, now, actor));
}

/** C1: `answered` when something was answered and nothing is left unsaid. */
function hangUp(state: RunState, call: CallRecord, now: number, actor: Actor): Decided {
  if (call.phase === 'ended') return accept();
  if (ringsHere(call)) return no('notPossible');
  const over = call.now === null && call.topics.length === 0 && call.lines.some((l) => l.answers.length > 0);
  const reason = call.phase === 'voicemail' ? 'noAnswer' : over ? 'answered' : 'hungUpByMe';
  return accept(ended(state, call, reason, now, actor));
}

type Said = Omit<CommandBody<'call.say'>, 'callId'>;

function unsayable(state: RunState, body: Said): RefusalCode | null {
  if (body.asks.some((id) => !state.world.requests.has(id))) return 'unknown';
  if (body.details.some((id) => !state.facts.has(id))) return 'unknownDetail';
  return body.text.trim() === '' && body.asks.length === 0 && body.details.length === 0 ? 'emptyMail' : null;
}

function say(state: RunState, call: CallRecord, body: Said, now: number, actor: Actor): Decided {
  const code = unsayable(state, body);
  if (code) return no(code);
  const spoken = spokenOf(state, call, body);
  const given = spoken.details.length + spoken.matchedDetails.length;
  const from = Math.max(now, call.sayUntil);
  const untilMs = from + sayingMs(state, call, spokenWords(state, body), given);
  return accept({ type: 'call.said', simMs: now, actor, data: { callId: call.callId, ...spoken, untilMs } });
}

function message(state: RunState, call: CallRecord, body: Said, now: number, actor: Actor): Decided {
  const code = unsayable(state, body);
  if (code) return no(code);
  const from = Math.max(now, call.silentSince);
  return accept({
    type: 'call.messageLeft',
    simMs: now,
    actor,
    data: { callId: call.callId, ...spokenOf(state, call, body), untilMs: from + messageMs },
  });
}

/** Chips alone are spoken as the sentence the scenario offers for them. */
function spokenWords(state: RunState, body: Said): number {
  if (body.text.trim() !== '') return wordCount(body.text);
  return body.asks.reduce((sum, id) => sum + wordCount(state.world.requests.get(id)?.ask ?? ''), 0);
}

type Spoken = Omit<EventData<'call.said'>, 'callId' | 'untilMs'>;

function spokenOf(state: RunState, call: CallRecord, body: Said): Spoken {
  const asks = [...new Set(body.asks)];
  const details = [...new Set(body.details)];
  const matchedDetails = detailsIn(state, { text: body.text, details });
  const as = (how: 'chip' | 'text' | 'thread', request: string, score?: number) => ({
    request,
    how,
    attempt: (state.requests.get(request)?.asks ?? 0) + 1,
    ...(score !== undefined && { score }),
  });
  const open =
    details.length + matchedDetails.length > 0 ? call.about.filter((id) => !asks.includes(id)) : [];
  const found = asks.length + open.length === 0 ? matchWords(state.world, call.contact, body.text) : null;
  return {
    text: body.text,
    words: wordCount(body.text),
    asks,
    details,
    matched: [
      ...asks.map((id) => as('chip', id)),
      ...open.map((id) => as('thread', id)),
      ...(found ? [as('text', found.request, found.score)] : []),
    ],
    matchedDetails,
  };
}
