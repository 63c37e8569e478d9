import type { ClockReason } from '@/core/contract/clock';
import { type NewEvent, typesIn } from '@/core/contract/event';
import { wordCount } from '@/core/contract/wordCount';
import { sceneNow } from '../run/member';
import type { RunState } from '../run/state';
import { callNow, callReason, captionText } from './callPace';
import { type Length, nothing, paceOf, quietAfterMs } from './sceneClock';

/** Scene clock (T8), or one rate for everything, chosen by a facilitator or a test. */
export type ClockRule = { kind: 'scene' } | { kind: 'constant'; rate: number };

/** What real time has to do with one loaded run, beyond its log. Wall times in ms. */
export interface Pacing {
  rule: ClockRule;
  /** When the present reason of the clock began. */
  since: number;
  lastInput: number;
  /** The last answer of `nextTurn`, and what it rested on. */
  turn?: KnownTurn;
}

interface KnownTurn {
  applied: number;
  rule: ClockRule;
  since: number;
  lastInput: number;
  turn: Turn | null;
}

/** Room for rounding, in simulated ms: what `wallAt` names as the moment of something has come at that moment. */
const rounding = 0.01;

/** Simulated ms that the clock shows at `wall`, never past the end of the run. */
export function simAt(state: RunState, wall: number): number {
  const { clock } = state;
  if (clock.state !== 'running') return clock.simMs;
  const passed = Math.max(0, wall - clock.at) * clock.rate;
  return Math.min(state.world.lengthMs, Math.floor(clock.simMs + passed + rounding));
}

/** The first wall ms at which the clock shows `simMs`; null while it stands. */
export function wallAt(state: RunState, simMs: number): number | null {
  const { clock } = state;
  if (clock.state !== 'running' || clock.rate <= 0) return null;
  return clock.at + Math.max(0, simMs - clock.simMs) / clock.rate;
}

/** Real ms since the reason began, in whole microseconds: otherwise a pace that is over could seem not quite over, for ever. */
const since = (pacing: Pacing, wall: number): number => Math.round((wall - pacing.since) * 1_000) / 1_000;

/** The next moment at which the clock changes its pace by itself. */
export interface Turn {
  wall: number;
  why: ClockReason;
  /** The scene is closed because nobody touched it (T8). */
  closes: boolean;
}

export function nextTurn(state: RunState, pacing: Pacing): Turn | null {
  const { turn: known, rule, since, lastInput } = pacing;
  const { applied } = state;
  if (
    known !== undefined &&
    known.applied === applied &&
    known.since === since &&
    known.lastInput === lastInput &&
    known.rule === rule
  )
    return known.turn;
  const turn = turnAhead(state, pacing);
  pacing.turn = { applied, rule, since, lastInput, turn };
  return turn;
}

function turnAhead(state: RunState, pacing: Pacing): Turn | null {
  const { clock } = state;
  const scene = sceneNow(state);
  if (clock.state !== 'running' || pacing.rule.kind === 'constant') return null;
  const pace = paceOf(clock.why, since(pacing, clock.at), clock.speed, lengthNow(state, clock.why));
  const turn =
    pace.until === null
      ? null
      : { wall: pacing.since + pace.until, why: pace.next, closes: clock.why === 'read' };
  const quiet =
    scene?.scene === 'compose'
      ? { wall: pacing.lastInput + quietAfterMs, why: 'quiet' as const, closes: true }
      : null;
  if (!turn || !quiet) return turn ?? quiet;
  return turn.wall <= quiet.wall ? turn : quiet;
}

/** Room for rounding where a sentence ends by the clock and by the world at once. */
const aboutMs = 5;

/** What the clock turns to: after a sentence, whatever goes on in the call then. */
export function turnsTo(state: RunState, turn: Turn, simMs: number): ClockReason {
  const { why } = state.clock;
  if (why !== 'say' && why !== 'speak') return turn.why;
  const next = callReason(state, simMs + aboutMs);
  return next === null || next === why ? turn.why : next;
}

/** Reasons that last as long as the words they are for. */
const worded: ReadonlySet<ClockReason> = new Set(['read', 'say', 'speak']);

/** How long what is being read, said or heard takes; see `paceOf`. */
function lengthNow(state: RunState, why: ClockReason): Length {
  if (!worded.has(why)) return nothing;
  const line = callNow(state)?.lines.at(-1);
  if (line) return { words: wordCount(captionText(state, line)), simMs: line.untilMs - line.simMs };
  const mailId = sceneNow(state)?.mailId;
  const text = mailId ? (state.mails.get(mailId)?.text ?? '') : '';
  return { words: wordCount(text), simMs: 0 };
}

/** The clock event that sets the pace for `why` from `wall` on; the clock shows `simMs` then. */
export function paceEvent(
  state: RunState,
  pacing: Pacing,
  why: ClockReason,
  wall: number,
  simMs: number,
): NewEvent {
  const rate =
    pacing.rule.kind === 'constant'
      ? pacing.rule.rate
      : paceOf(why, since(pacing, wall), state.clock.speed, lengthNow(state, why)).rate;
  return {
    type: 'clock.rate',
    simMs,
    actor: 'world',
    data: { at: wall, rate, why: pacing.rule.kind === 'constant' ? 'set' : why },
  };
}

/** What the clock should run for, given the call or the scene that goes on. */
export const reasonNow = (state: RunState): ClockReason =>
  callReason(state) ?? sceneNow(state)?.scene ?? 'idle';

export const isOfCall = (event: NewEvent): boolean => callTypes.has(event.type);
const callTypes = new Set(typesIn('call.'));

/** After events: the reason the clock should have now, or null when it stays as it is. */
export function reasonAfter(state: RunState, events: readonly NewEvent[]): ClockReason | null {
  if (state.ended) return null;
  const turns = events.some((e) => isOfCall(e) || e.type === 'scene.opened' || e.type === 'scene.closed');
  return turns ? (callReason(state) ?? sceneNow(state)?.scene ?? 'leaving') : null;
}
