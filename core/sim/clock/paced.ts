import type { ClockReason } from '@/core/contract/clock';
import type { NewEvent } from '@/core/contract/event';
import { fire, nextDue } from '../run/due';
import { sceneNow } from '../run/member';
import type { RunState } from '../run/state';
import {
  isOfCall,
  nextTurn,
  type Pacing,
  paceEvent,
  reasonAfter,
  simAt,
  type Turn,
  turnsTo,
  wallAt,
} from './runClock';

/** A run with a clock: whatever `take` is given has been applied to `state` when it returns. `wall` is the event's real ms. */
export interface Paced {
  state: RunState;
  pacing: Pacing;
  take(event: NewEvent, wall: number): void;
}

/** Everything that has become due by `wall`, and every change of pace on the way, in order of time (T4, T8). */
export function catchUp(run: Paced, wall: number): void {
  const { state, pacing } = run;
  while (!state.ended) {
    const turn = nextTurn(state, pacing);
    const until = turn && turn.wall <= wall ? turn.wall : wall;
    const now = simAt(state, until);
    const due = nextDue(state);
    if (due !== null && due <= now) happen(run, due, wall);
    else if (turn && turn.wall <= wall) turnTo(run, turn, now, wall);
    else return;
  }
}

/** What is due at `due`; a call that goes on or ends changes the pace from that very moment. */
function happen(run: Paced, due: number, reached: number): void {
  const wall = wallAt(run.state, due) ?? reached;
  const events = fire(run.state);
  for (const e of events) run.take(e, reached);
  if (events.some(isOfCall)) repace(run, reasonAfter(run.state, events), wall, due);
}

function turnTo(run: Paced, turn: Turn, now: number, reached: number): void {
  const scene = sceneNow(run.state);
  if (turn.closes && scene)
    run.take(
      {
        type: 'scene.closed',
        simMs: now,
        actor: 'world',
        data: { scene: scene.scene, reason: turn.why === 'quiet' ? 'idle' : 'left' },
      },
      reached,
    );
  setPace(run, turnsTo(run.state, turn, now), turn.wall, now);
}

/** Turns the clock to a new reason, which begins now even if it is the same as before. */
export function repace(run: Paced, reason: ClockReason | null, wall: number, simMs: number): void {
  if (reason === null || run.state.clock.state !== 'running' || run.pacing.rule.kind !== 'scene') return;
  run.pacing.since = wall;
  setPace(run, reason, wall, simMs);
}

/** Sets the pace for a reason that goes on if it was the reason before. */
export function setPace(run: Paced, why: ClockReason, wall: number, simMs: number): void {
  const { clock } = run.state;
  if (why !== clock.why || clock.state !== 'running') run.pacing.since = wall;
  run.take(paceEvent(run.state, run.pacing, why, wall, simMs), wall);
}

/** Reasons whose pace begins again with every mail, sentence or silence. */
const anew: ReadonlySet<ClockReason> = new Set(['read', 'say', 'look', 'speak', 'choose', 'ring']);

/** After the events of a command at `wall`: the clock turns to what goes on now. */
export function afterCommand(run: Paced, events: readonly NewEvent[], wall: number): void {
  const { state, pacing } = run;
  const reason = reasonAfter(state, events);
  if (!reason || state.clock.state !== 'running') return;
  pacing.since = wall;
  pacing.lastInput = wall;
  if (pacing.rule.kind === 'scene' && (reason !== state.clock.why || anew.has(reason)))
    setPace(run, reason, wall, simAt(state, wall));
}
