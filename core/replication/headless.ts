import type { WorldCommand } from '@/core/contract/command';
import { isCanonical, type NewEvent } from '@/core/contract/event';
import type { RunView } from '@/core/contract/view';
import { afterCommand, catchUp, type Paced } from '@/core/sim/clock/paced';
import { nextTurn, type Pacing, simAt, wallAt } from '@/core/sim/clock/runClock';
import { idleRate } from '@/core/sim/clock/sceneClock';
import { apply } from '@/core/sim/run/apply';
import { decide, startRun } from '@/core/sim/run/decide';
import { nextDue } from '@/core/sim/run/due';
import { newRun, type RunState } from '@/core/sim/run/state';
import type { World } from '@/core/sim/world';
import { changeInPlace } from '@/core/view/applyChange';
import { changesOf } from '@/core/view/changesOf';
import { viewOf } from '@/core/view/viewOf';

/** Room for rounding: a moment reached by the clock is reached by the world. In real ms. */
const aLittle = 0.01;
const never = Number.POSITIVE_INFINITY;

/** A run that nobody waits for (T7): real time is a number, and the clock, the world and the view are those of a live run. */
export class HeadlessRun implements Paced {
  readonly state: RunState;
  readonly pacing: Pacing = { rule: { kind: 'scene' }, since: 0, lastInput: 0 };
  /** What the participant sees now: the same object throughout, with other lists where something has changed. */
  readonly view: RunView;
  /** Real ms since the start. */
  wall = 0;
  private changed = false;

  /** `sink` is given every canonical event (T3), in order; the run itself keeps none. */
  constructor(
    world: World,
    private readonly sink: (event: NewEvent) => void,
  ) {
    this.state = newRun(world);
    this.view = viewOf(this.state);
    for (const event of startRun(world)) this.take(event);
    this.take({
      type: 'clock.started',
      simMs: 0,
      actor: 'world',
      data: { at: 0, rate: idleRate.normal },
    });
  }

  get now(): number {
    return simAt(this.state, this.wall);
  }

  take(event: NewEvent): void {
    apply(this.state, event);
    if (!isCanonical(event.type)) return;
    this.sink(event);
    const changes = changesOf(event, this.state);
    if (changes.length === 0) return;
    changeInPlace(this.view, changes);
    this.changed = true;
  }

  /** Lets so many real ms pass. */
  pass(ms: number): void {
    this.reach(this.wall + ms);
  }

  /** Lets time pass until the participant sees something new, at the latest until a simulated moment. */
  await(untilSimMs: number | null): void {
    this.changed = false;
    while (!this.changed && !this.state.ended && (untilSimMs === null || this.now < untilSimMs)) {
      this.reach(Math.max(this.wall, this.nextWall(untilSimMs)) + aLittle);
    }
  }

  /** When something is due, the clock changes its pace or the limit is reached, in real ms; this very moment where nothing ever will be. */
  private nextWall(untilSimMs: number | null): number {
    const { state } = this;
    const due = wallAt(state, nextDue(state) ?? state.world.lengthMs) ?? never;
    const limit = untilSimMs === null ? never : (wallAt(state, untilSimMs) ?? never);
    const turn = nextTurn(state, this.pacing)?.wall ?? never;
    const first = Math.min(due, limit, turn);
    return first === never ? this.wall : first;
  }

  private reach(wall: number): void {
    this.wall = wall;
    catchUp(this, wall);
  }

  /** Gives the participant's command; false when it is refused. */
  give(command: WorldCommand): boolean {
    const decided = decide(this.state, command, this.now, 'p1');
    if (!decided.ok) return false;
    for (const event of decided.events) this.take(event);
    afterCommand(this, decided.events, this.wall);
    return true;
  }
}
