import { createHash } from 'node:crypto';
import type { ClockReason } from '@/core/contract/clock';
import type { Command, WorldCommand } from '@/core/contract/command';
import type { Actor, NewEvent, RunEvent } from '@/core/contract/event';
import type { Refusal } from '@/core/contract/refusal';
import type { Frame } from '@/core/contract/wire';
import { canonicalJson } from '@/core/sim/canonical';
import { decide } from '@/core/sim/run/decide';
import { fire, nextDue } from '@/core/sim/run/due';
import type { LoadedRun } from './loadedRun';
import { nextTurn, type Pacing, paceEvent, reasonAfter, simAt, type Turn, turnsTo, wallAt } from './runClock';

/**
 * One step of a run in memory: events are taken into the state and gathered here, to be appended in one piece and
 * published afterwards. If the append fails the run is thrown away with them.
 */
export class RunStep {
  readonly events: RunEvent[] = [];
  readonly frames: Frame[] = [];

  constructor(
    readonly run: LoadedRun,
    readonly pacing: Pacing,
    readonly wall: number,
  ) {}

  /** Takes one event; true when the participant sees something of it. */
  take(event: NewEvent, at = this.wall, command?: { id: string; hash: string }): boolean {
    const placed = this.run.place(event, at);
    const named = command ? { ...placed, commandId: command.id, commandHash: command.hash } : placed;
    this.events.push(named);
    const frame = this.run.take(named);
    if (frame) this.frames.push(frame);
    return frame !== null;
  }

  /** Everything that has become due, and every change of pace on the way, in order of time (T4, T8). */
  catchUp(): void {
    const { state } = this.run;
    while (!state.ended) {
      const turn = nextTurn(state, this.pacing);
      const until = turn && turn.wall <= this.wall ? turn.wall : this.wall;
      const now = simAt(state, until);
      const due = nextDue(state);
      if (due !== null && due <= now) {
        this.happen(due);
      } else if (turn && turn.wall <= this.wall) {
        this.turn(turn, now);
      } else {
        return;
      }
    }
  }

  /** What is due at `due`; a call that goes on or ends changes the pace from that very moment. */
  private happen(due: number): void {
    const { state } = this.run;
    const wall = wallAt(state, due) ?? this.wall;
    const events = fire(state);
    for (const e of events) this.take(e);
    if (events.some((e) => e.type.startsWith('call.'))) this.repace(reasonAfter(state, events), wall, due);
  }

  private turn(turn: Turn, now: number): void {
    const { scene } = this.run.state;
    if (turn.closes && scene)
      this.take({
        type: 'scene.closed',
        simMs: now,
        actor: 'world',
        data: { scene: scene.scene, reason: turn.why === 'quiet' ? 'idle' : 'left' },
      });
    this.setPace(turnsTo(this.run.state, turn, now), turn.wall, now);
  }

  /** Turns the clock to a new reason, which begins now even if it is the same as before. */
  repace(reason: ClockReason | null, wall: number, simMs: number): void {
    const { clock } = this.run.state;
    if (reason === null || clock.state !== 'running' || this.pacing.rule.kind !== 'scene') return;
    this.pacing.since = wall;
    this.setPace(reason, wall, simMs);
  }

  setPace(why: ClockReason, wall = this.wall, simMs = simAt(this.run.state, wall)): void {
    const { clock } = this.run.state;
    if (why !== clock.why || clock.state !== 'running') this.pacing.since = wall;
    this.take(paceEvent(this.run.state, this.pacing, why, wall, simMs), wall);
  }

  /** A command of the world: refused, or its events taken and the clock turned to what goes on now. */
  command(command: WorldCommand, actor: Actor, commandId: string): Refusal | null {
    const { state } = this.run;
    const decided = decide(state, command, simAt(state, this.wall), actor);
    if (!decided.ok) return decided.refusal;
    const main = decided.events.find((e) => !e.type.startsWith('scene.')) ?? decided.events[0];
    const named = { id: commandId, hash: hashOf(command) };
    for (const event of decided.events) this.take(event, this.wall, event === main ? named : undefined);
    const reason = reasonAfter(state, decided.events);
    if (reason && state.clock.state === 'running') {
      this.pacing.since = this.wall;
      this.pacing.lastInput = this.wall;
      if (this.pacing.rule.kind === 'scene' && (reason !== state.clock.why || anew.has(reason)))
        this.setPace(reason);
    }
    return null;
  }
}

/** Reasons whose pace begins again with every mail, sentence or silence. */
const anew: ReadonlySet<ClockReason> = new Set(['read', 'say', 'look', 'speak', 'choose', 'ring']);

/** Two commands with this in common are the same command. */
export const hashOf = (command: Command): string =>
  createHash('sha256').update(canonicalJson(command)).digest('base64url');
