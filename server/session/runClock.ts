import type { NewEvent } from '@/core/contract/event';
import { type ClockReason, paceOf, quietAfterMs } from '@/core/sim/clock/sceneClock';
import type { RunState } from '@/core/sim/run/state';

/** Scene clock (T8), or one rate for everything, chosen by a facilitator or a test. */
export type ClockRule = { kind: 'scene' } | { kind: 'constant'; rate: number };

/** What real time has to do with one loaded run, beyond its log. Wall times in ms. */
export interface Pacing {
  rule: ClockRule;
  /** When the present reason of the clock began. */
  since: number;
  lastInput: number;
}

/** Simulated ms that the clock shows at `wall`, never past the end of the run. */
export function simAt(state: RunState, wall: number): number {
  const { clock } = state;
  if (clock.state !== 'running') return clock.simMs;
  const passed = Math.max(0, wall - clock.at) * clock.rate;
  return Math.min(state.world.lengthMs, Math.floor(clock.simMs + passed));
}

/** The first wall ms at which the clock shows `simMs`; null while it stands. */
export function wallAt(state: RunState, simMs: number): number | null {
  const { clock } = state;
  if (clock.state !== 'running' || clock.rate <= 0) return null;
  return clock.at + Math.max(0, simMs - clock.simMs) / clock.rate;
}

/** The next moment at which the clock changes its pace by itself. */
export interface Turn {
  wall: number;
  why: ClockReason;
  /** The scene is closed because nobody touched it (T8). */
  closes: boolean;
}

export function nextTurn(state: RunState, pacing: Pacing): Turn | null {
  const { clock, scene } = state;
  if (clock.state !== 'running' || pacing.rule.kind === 'constant') return null;
  const pace = paceOf(clock.why, clock.at - pacing.since, clock.speed, wordsRead(state));
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

function wordsRead({ scene, mails }: RunState): number {
  const text = scene?.mailId ? (mails.get(scene.mailId)?.text ?? '') : '';
  return text.split(/\s+/).filter(Boolean).length;
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
      : paceOf(why, wall - pacing.since, state.clock.speed).rate;
  return {
    type: 'clock.rate',
    simMs,
    actor: 'world',
    data: { at: wall, rate, why: pacing.rule.kind === 'constant' ? 'set' : why },
  };
}

/** What the clock should run for, given the scene that is open. */
export const reasonNow = ({ scene }: RunState): ClockReason => scene?.scene ?? 'idle';

/** After a command: the reason the clock should have now, or null when it stays as it is. */
export function reasonAfter(state: RunState, events: readonly NewEvent[]): ClockReason | null {
  const scenes = events.filter((e) => e.type === 'scene.opened' || e.type === 'scene.closed');
  if (scenes.length === 0 || state.ended) return null;
  return state.scene ? state.scene.scene : 'leaving';
}
