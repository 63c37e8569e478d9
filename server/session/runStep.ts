import { createHash } from 'node:crypto';
import type { ClockReason } from '@/core/contract/clock';
import type { Command, WorldCommand } from '@/core/contract/command';
import type { Actor, NewEvent, RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { Refusal } from '@/core/contract/refusal';
import type { RunControl, WorldControl } from '@/core/contract/runControl';
import { canonicalJson } from '@/core/sim/canonical';
import { afterCommand, catchUp, type Paced, repace, setPace } from '@/core/sim/clock/paced';
import { type Pacing, simAt } from '@/core/sim/clock/runClock';
import { decideControl } from '@/core/sim/run/control';
import { admit, decide } from '@/core/sim/run/decide';
import type { Decided } from '@/core/sim/run/decided';
import type { LoadedRun, Shown } from './loadedRun';

/**
 * One step of a run in memory: events are taken into the state and gathered here, to be appended in one piece and
 * published afterwards. If the append fails the run is thrown away with them.
 */
export class RunStep {
  readonly events: RunEvent[] = [];
  readonly frames: Shown[] = [];

  private readonly paced: Paced;

  constructor(
    readonly run: LoadedRun,
    readonly pacing: Pacing,
    readonly wall: number,
  ) {
    this.paced = { state: run.state, pacing, take: (event, at) => this.take(event, at) };
  }

  /** Takes one event; true when somebody in the team sees something of it. */
  take(event: NewEvent, at = this.wall, command?: { id: string; hash: string }): boolean {
    const placed = this.run.place(event, at);
    const named = command ? { ...placed, commandId: command.id, commandHash: command.hash } : placed;
    this.events.push(named);
    const shown = this.run.take(named);
    this.frames.push(...shown);
    return shown.length > 0;
  }

  /** Everything that has become due, and every change of pace on the way, in order of time (T4, T8). */
  catchUp(): void {
    catchUp(this.paced, this.wall);
  }

  /** Turns the clock to a new reason, which begins now even if it is the same as before. */
  repace(reason: ClockReason | null, wall: number, simMs: number): void {
    repace(this.paced, reason, wall, simMs);
  }

  setPace(why: ClockReason, wall = this.wall, simMs = simAt(this.run.state, wall)): void {
    setPace(this.paced, why, wall, simMs);
  }

  /** Somebody of the team is here: in a run that is under way they have a desk from now on (P8). */
  admit(member: Member): void {
    const { state } = this.run;
    for (const event of admit(state, member, simAt(state, this.wall))) this.take(event);
  }

  /** A command of the world: refused, or its events taken and the clock turned to what goes on now. */
  command(command: WorldCommand, actor: Actor, commandId: string): Refusal | null {
    const { state } = this.run;
    return this.accept(decide(state, command, simAt(state, this.wall), actor), {
      id: commandId,
      hash: hashOf(command),
    });
  }

  /** A control of the session over what happens in the world. */
  control(control: WorldControl, named: { id: string; hash: string }): Refusal | null {
    const { state } = this.run;
    return this.accept(decideControl(state, control, simAt(state, this.wall)), named);
  }

  private accept(decided: Decided, named: { id: string; hash: string }): Refusal | null {
    if (!decided.ok) return decided.refusal;
    const main = decided.events.find((e) => !e.type.startsWith('scene.')) ?? decided.events[0];
    for (const event of decided.events) this.take(event, this.wall, event === main ? named : undefined);
    afterCommand(this.paced, decided.events, this.wall);
    return null;
  }
}

/** Two commands with this in common are the same command. */
export const hashOf = (command: Command | RunControl): string =>
  createHash('sha256').update(canonicalJson(command)).digest('base64url');
