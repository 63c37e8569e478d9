import type { Command, CommandName } from '@/core/contract/command';
import type { Actor, RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { isDriverControl, type RunControl } from '@/core/contract/runControl';
import type { ClockView } from '@/core/contract/view';
import type { Draft, Frame, Position, Snapshot } from '@/core/contract/wire';
import { cutOff } from '@/core/sim/call/due';
import { type ClockRule, nextTurn, type Pacing, reasonNow, simAt, wallAt } from '@/core/sim/clock/runClock';
import { nextDue } from '@/core/sim/run/due';
import { alone } from '@/core/sim/run/member';
import { clockView } from '@/core/view/viewOf';
import { drive, resume } from './drive';
import type { RunFlight } from './flight';
import { govern } from './govern';
import { doneKey, LoadedRun } from './loadedRun';
import {
  type Alarm,
  AppendConflict,
  type Publisher,
  type Store,
  StoreUnavailable,
  type WallClock,
} from './ports';
import { hashOf, RunStep } from './runStep';

export interface RunnerParts {
  store: Store;
  wall: WallClock;
  alarm: Alarm;
  publisher: Publisher;
  rule?: ClockRule;
  /** Told of everything that went wrong, without texts or tokens. */
  report?: (what: string, error: unknown) => void;
  /** Told after every step of a run that brought events, when it is durable. */
  stepped?: (run: LoadedRun, events: readonly RunEvent[]) => void;
  /** Told how many real ms after its due moment something was stored and shown. */
  late?: (ms: number) => void;
  /** Only tests switch a protection off, to see that its absence shows. */
  protections?: { idempotency?: boolean };
}

export type Outcome =
  | { ok: true; n: number; result: Record<string, unknown> }
  | { ok: false; refusal: Refusal };
export type Resumed = ({ frames: Frame[] } | { snapshot: Snapshot; drafts: Draft[] }) & { clock: ClockView };

/** A solo run stands still so long after its last viewer left (T10). */
export const leftAfterMs = 30_000;
/** Whoever is on the phone is cut off so long after they were last heard of, and the run stands still then (C6). */
export const cutOffAfterMs = 60_000;
/** A process that was not heard of for so long was asleep, and that time is not play time (T5). */
const asleepAfterMs = 12_000;
/** A run without viewers and without anything due soon leaves the memory. */
const unloadAfterMs = 60_000;
/** A run that was thrown away is read again after so long, if nobody asks for it before. */
const againAfterMs = 2_000;
/**
 * The stored wake time may be so much older than the real one, never later than it: most events only put it off, and a
 * write with each would cost as much as the event itself. Whoever looks for overdue runs allows for it.
 */
export const wakeSlackMs = 10_000;

interface Held {
  run: LoadedRun;
  pacing: Pacing;
  viewers: number;
  leftAt: number | null;
  /** The machine slept from this wall ms on; to be put right before anything else happens in the run. */
  sleptSince: number | null;
  /** When the next thing was due, as of the last step. */
  dueWall: number | null;
  /** The wake time in the store, as far as this process knows. */
  storedWake: number | null | undefined;
}

/** All live runs of this process: one writer each, loaded on demand, woken when something is due. */
export class Runner {
  private readonly held = new Map<string, Held>();
  private readonly queues = new Map<string, Promise<unknown>>();
  /** Runs this process has driven before: their clock went on while they were out of memory. */
  private readonly driven = new Set<string>();
  /** Wall ms from which a run's clock stood still because nothing could be stored. */
  private readonly downSince = new Map<string, number>();
  private aliveAt: number;
  private closed = false;

  constructor(
    private readonly parts: RunnerParts,
    /** The last heartbeat of the process before this one (T5). */
    private readonly lastBeat: number | null,
  ) {
    this.aliveAt = this.now();
  }

  /** How many runs are in memory. */
  get size(): number {
    return this.held.size;
  }

  /** Gives a command to a run. The answer comes after its events are durable. */
  command(runId: string, command: Command, actor: Member, commandId: string): Promise<Outcome> {
    return this.guarded(runId, async (held) => {
      const repeated = this.repeated(held, command, actor, commandId);
      if (repeated) return repeated;
      if (command.name === 'draft.save') return this.saveDraft(held, command.body, actor);
      const step = this.step(held);
      step.admit(actor);
      const answer = this.perform(step, command, actor, commandId);
      await this.settle(held, step);
      if (answer.refusal) return { ok: false, refusal: answer.refusal };
      const done = held.run.done.get(doneKey(actor, commandId));
      if (done) done.n = held.run.shownTo(actor);
      return { ok: true, n: held.run.shownTo(actor), result: { ...done?.result, ...answer.result } };
    });
  }

  /** A control of the run's session; the same `commandId` has an effect once. */
  control(runId: string, control: RunControl, commandId: string): Promise<Outcome> {
    return this.guarded(runId, async (held) => {
      const { run } = held;
      const done = (): Outcome => ({ ok: true, n: 0, result: {} });
      if (run.done.has(doneKey('facilitator', commandId))) return done();
      const step = this.step(held);
      const named = { id: commandId, hash: hashOf(control) };
      const refusal = isDriverControl(control) ? govern(step, control, named) : step.control(control, named);
      await this.settle(held, step);
      return refusal ? { ok: false, refusal } : done();
    });
  }

  /** What a member's viewer at `position` has missed, or everything. */
  resume(runId: string, position: Position | null, member: Member): Promise<Resumed | null> {
    return this.queued(runId, async () => {
      const held = await this.load(runId);
      if (!held) return null;
      await this.settle(held, this.step(held));
      const frames = position ? held.run.since(member, position) : null;
      const { state } = held.run;
      const clock: ClockView = { ...clockView(state), simMs: simAt(state, this.now()) };
      return frames
        ? { frames, clock }
        : {
            snapshot: snapshotOf(held.run, member),
            drafts: await this.parts.store.drafts(runId, member),
            clock,
          };
    });
  }

  /** What a look at a run tells, after it has caught up; null for an unknown run. Loads it. */
  look<T>(runId: string, at: (run: LoadedRun) => T): Promise<T | null> {
    return this.queued(runId, async () => {
      const held = await this.load(runId);
      if (!held) return null;
      await this.settle(held, this.step(held));
      return at(held.run);
    });
  }

  /** What was in flight in a run over time, by its log as it is; null for an unknown one. It is not held for that. */
  async flight(runId: string): Promise<RunFlight | null> {
    const run = this.held.get(runId)?.run ?? (await this.read(runId));
    return run?.flight ?? null;
  }

  /** A member's viewer has come: a clock that stood because everybody had left goes on (T10), and there is a desk for them (P8). */
  join(runId: string, member: Member = alone): Promise<boolean> {
    return this.queued(runId, async () => {
      const held = await this.load(runId);
      if (!held) return false;
      held.viewers++;
      held.leftAt = null;
      const step = this.step(held);
      step.admit(member);
      const { clock } = held.run.state;
      if (clock.state === 'paused' && clock.pausedWhy === 'left') resume(step);
      try {
        await this.settle(held, step);
      } catch (error) {
        // Not joined, so not to be counted when the run is read again.
        held.viewers--;
        throw error;
      }
      return true;
    });
  }

  leave(runId: string): Promise<void> {
    return this.queued(runId, async () => {
      const held = this.held.get(runId);
      if (!held) return;
      held.viewers = Math.max(0, held.viewers - 1);
      if (held.viewers === 0) held.leftAt = this.now();
      this.arm(runId, held);
    });
  }

  /** Something may be due in this run: from the alarm or the sweep. */
  wake(runId: string): Promise<void> {
    return this.queued(runId, async () => {
      if (this.closed) return;
      const held = await this.load(runId);
      if (!held) return;
      const step = this.step(held);
      this.pauseIfLeft(held, step);
      await this.settle(held, step);
      this.unloadIfIdle(runId, held);
    });
  }

  /** Forgets a run, e.g. before it is deleted. */
  drop(runId: string): Promise<void> {
    return this.queued(runId, async () => this.forget(runId));
  }

  /** To be called every two seconds; notices that the machine was asleep (T5). */
  pulse(): void {
    const now = this.now();
    this.noticeSleep(now);
    this.aliveAt = now;
  }

  /** Takes no more commands and waits for those under way. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled([...this.queues.values()]);
    for (const runId of this.held.keys()) this.parts.alarm.set(runId, null);
    this.held.clear();
  }

  private now(): number {
    return Math.floor(this.parts.wall.now());
  }

  private queued<T>(runId: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(runId) ?? Promise.resolve();
    const next = before.then(work, work);
    const tail = next.catch((error) => this.failed(runId, error));
    this.queues.set(runId, tail);
    void tail.then(() => {
      if (this.queues.get(runId) === tail) this.queues.delete(runId);
    });
    return next;
  }

  private guarded(runId: string, work: (held: Held) => Promise<Outcome>): Promise<Outcome> {
    return this.queued(runId, async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          const held = this.closed ? null : await this.load(runId);
          return held ? await work(held) : { ok: false, refusal: refuse(this.closed ? 'busy' : 'unknown') };
        } catch (error) {
          this.failed(runId, error);
          if (error instanceof AppendConflict && attempt < 3) continue;
          if (error instanceof AppendConflict || error instanceof StoreUnavailable)
            return { ok: false, refusal: refuse('unsaved') };
          return { ok: false, refusal: refuse('busy') };
        }
      }
    });
  }

  /** Whatever was in memory may be ahead of the log now: it is thrown away and read again when next needed. */
  private failed(runId: string, error: unknown): void {
    if (this.held.has(runId) && !this.downSince.has(runId)) this.downSince.set(runId, this.now());
    const held = this.held.get(runId);
    this.forget(runId);
    if (held && held.viewers > 0) this.lost.set(runId, held.viewers);
    if ((held || this.lost.has(runId)) && !this.closed)
      this.parts.alarm.set(runId, this.now() + againAfterMs);
    this.parts.report?.('a run was thrown away and will be read again', error);
  }

  /** Viewers of runs that were thrown away, to be counted again on loading. */
  private readonly lost = new Map<string, number>();

  private forget(runId: string): void {
    this.held.delete(runId);
    this.parts.alarm.set(runId, null);
  }

  private repeated(held: Held, command: Command, actor: Actor, commandId: string): Outcome | null {
    if (this.parts.protections?.idempotency === false) return null;
    const done = held.run.done.get(doneKey(actor, commandId));
    if (!done) return null;
    return done.hash === hashOf(command)
      ? { ok: true, n: done.n, result: done.result }
      : { ok: false, refusal: refuse('repeated') };
  }

  private perform(
    step: RunStep,
    command: Command,
    actor: Member,
    commandId: string,
  ): { refusal: Refusal | null; result?: Record<string, number> } {
    if (isDriver(command)) return drive(step, command, actor, commandId);
    if (command.name === 'draft.save') return { refusal: null };
    return { refusal: step.command(command, actor, commandId) };
  }

  /** Keeps a draft and counts as input to the scene (T8). */
  private async saveDraft(
    held: Held,
    body: Extract<Command, { name: 'draft.save' }>['body'],
    actor: Member,
  ): Promise<Outcome> {
    const { state } = held.run;
    if (!state.world.people.has(body.conversation)) return { ok: false, refusal: refuse('unknown') };
    const draft = await this.parts.store.saveDraft(held.run.header.runId, actor, {
      ...body,
      threadId: body.threadId ?? null,
    });
    this.parts.publisher.draft(held.run.header.runId, actor, draft);
    const step = this.step(held);
    held.pacing.lastInput = step.wall;
    if (state.clock.why === 'quiet' && state.clock.state === 'running') {
      step.take({
        type: 'scene.opened',
        simMs: simAt(state, step.wall),
        actor,
        data: { scene: 'compose' },
      });
      held.pacing.since = step.wall;
      step.setPace('compose');
    }
    await this.settle(held, step);
    return { ok: true, n: held.run.shownTo(actor), result: { draft } };
  }

  /** A step that has caught up with the wall clock. */
  private step(held: Held): RunStep {
    const step = new RunStep(held.run, held.pacing, this.now());
    step.catchUp();
    return step;
  }

  /** Stores what the step brought, then shows it: nothing is published that is not durable. */
  private async settle(held: Held, step: RunStep): Promise<void> {
    const { runId } = held.run.header;
    const { dueWall } = held;
    const next = this.nextWake(held);
    await this.store(held, step, next);
    for (const { to, frame } of step.frames) this.parts.publisher.frame(runId, to, frame);
    if (step.events.length > 0) this.parts.stepped?.(held.run, step.events);
    if (dueWall !== null && dueWall <= step.wall) this.parts.late?.(this.parts.wall.now() - dueWall);
    held.dueWall = next;
    this.arm(runId, held, next);
  }

  private async store(held: Held, { events, wall }: RunStep, next: number | null): Promise<void> {
    const wake = wakeToStore(held.storedWake, next, wall);
    if (events.length === 0 && (!wake || held.storedWake === undefined)) return;
    await this.parts.store.append(held.run.stream, events, wake);
    if (events.length > 0) this.downSince.delete(held.run.header.runId);
    if (wake) held.storedWake = wake.nextDueAt;
  }

  private arm(runId: string, held: Held, wake = this.nextWake(held)): void {
    const alone = held.viewers === 0 && leavingMatters(held);
    const leaves = alone ? (held.leftAt ?? this.now()) + patienceWith(held) : null;
    const next = [wake, leaves].filter((w) => w !== null);
    this.parts.alarm.set(runId, next.length === 0 || this.closed ? null : Math.min(...next));
  }

  private nextWake({ run, pacing }: Held): number | null {
    const due = nextDue(run.state);
    const dueWall = due === null ? null : wallAt(run.state, due);
    const turn = nextTurn(run.state, pacing);
    const times = [dueWall === null ? null : Math.ceil(dueWall), turn ? turn.wall : null].filter(
      (t) => t !== null,
    );
    return times.length === 0 ? null : Math.min(...times);
  }

  private pauseIfLeft(held: Held, step: RunStep): void {
    const { state } = held.run;
    if (held.viewers > 0 || held.leftAt === null || step.wall < held.leftAt + patienceWith(held)) return;
    if (state.clock.state !== 'running' || state.ended) return;
    for (const event of cutOff(state, simAt(state, step.wall))) step.take(event);
    if (held.run.header.sessionId) return;
    step.take({
      type: 'clock.paused',
      simMs: simAt(state, step.wall),
      actor: 'world',
      data: { at: step.wall, why: 'left' },
    });
  }

  private unloadIfIdle(runId: string, held: Held): void {
    const quiet =
      held.viewers === 0 && (held.run.state.clock.state !== 'running' || held.run.state.ended !== null);
    if (quiet && (held.leftAt === null || this.now() > held.leftAt + unloadAfterMs)) this.forget(runId);
    else if (quiet && held.leftAt !== null) this.parts.alarm.set(runId, held.leftAt + unloadAfterMs + 1);
  }

  private async load(runId: string): Promise<Held | null> {
    this.noticeSleep(this.now());
    const known = this.held.get(runId);
    if (known) return this.awake(known);
    const run = await this.read(runId);
    if (!run) return null;
    const now = this.now();
    const pacing: Pacing = {
      rule: ruleOf(run, this.parts.rule),
      since: run.state.clock.at,
      lastInput: now,
    };
    const viewers = this.lost.get(runId) ?? 0;
    this.lost.delete(runId);
    const held: Held = {
      run,
      pacing,
      viewers,
      leftAt: viewers > 0 ? null : now,
      sleptSince: null,
      dueWall: null,
      storedWake: undefined,
    };
    this.held.set(runId, held);
    await this.takeOver(runId, held);
    return held;
  }

  /** A run as its log says; null for an unknown one. */
  private async read(runId: string): Promise<LoadedRun | null> {
    const header = await this.parts.store.header(runId);
    if (!header) return null;
    const run = new LoadedRun(header);
    for (const event of await this.parts.store.read(run.stream)) run.take(event);
    return run;
  }

  /** T5: downtime is not play time. The clock goes on from what it had certainly reached, never backwards. */
  private async takeOver(runId: string, held: Held): Promise<void> {
    const first = !this.driven.has(runId);
    this.driven.add(runId);
    const down = this.downSince.get(runId) ?? (first ? Math.max(held.run.lastAt, this.lastBeat ?? 0) : null);
    if (down === null || held.run.state.clock.state !== 'running') return;
    await this.reanchor(held, Math.max(down, held.run.lastAt));
  }

  /** Everything due by `reachedWall` happens; then the clock goes on from there, now. */
  private async reanchor(held: Held, reachedWall: number): Promise<void> {
    const before = new RunStep(held.run, held.pacing, reachedWall);
    before.catchUp();
    const step = new RunStep(held.run, held.pacing, this.now());
    step.events.push(...before.events);
    step.frames.push(...before.frames);
    const reached = simAt(held.run.state, reachedWall);
    if (held.run.state.clock.state === 'running') {
      held.pacing.since = step.wall;
      held.pacing.lastInput = step.wall;
      step.setPace(reasonNow(held.run.state), step.wall, reached);
    }
    await this.settle(held, step);
  }

  private noticeSleep(now: number): void {
    if (now - this.aliveAt <= asleepAfterMs) return;
    for (const held of this.held.values()) held.sleptSince ??= this.aliveAt;
    this.aliveAt = now;
  }

  private async awake(held: Held): Promise<Held> {
    const since = held.sleptSince;
    held.sleptSince = null;
    if (since !== null && held.run.state.clock.state === 'running')
      await this.reanchor(held, Math.max(since, held.run.lastAt));
    return held;
  }
}

/** A session's rate, which its facilitator may have changed since; the scene clock otherwise. */
function ruleOf({ header, state }: LoadedRun, chosen: ClockRule | undefined): ClockRule {
  if (!header.rate) return chosen ?? { kind: 'scene' };
  const { why, rate } = state.clock;
  return { kind: 'constant', rate: why === 'set' && rate > 0 ? rate : header.rate };
}

/** The wake time to write; undefined where the stored one may stay. */
function wakeToStore(
  stored: number | null | undefined,
  next: number | null,
  now: number,
): { nextDueAt: number | null } | undefined {
  const stays =
    stored === next ||
    (typeof stored === 'number' && next !== null && stored <= next && stored >= now - wakeSlackMs);
  return stays ? undefined : { nextDueAt: next };
}

/** Whether the absence of all viewers will do something: pause a run of one's own (T10), cut a call off (C6). */
const leavingMatters = ({ run }: Held): boolean => !run.header.sessionId || run.state.lines.size > 0;

const patienceWith = ({ run }: Held): number => (run.state.lines.size > 0 ? cutOffAfterMs : leftAfterMs);

const isDriver = (command: Command): command is Extract<Command, { name: `clock.${string}` & CommandName }> =>
  command.name.startsWith('clock.');

const snapshotOf = (run: LoadedRun, member: Member): Snapshot => ({
  stream: run.stream,
  epoch: run.epoch,
  n: run.shownTo(member),
  view: run.view(member),
});
