import { type Command, type CommandInput, type CommandName, commands } from '@/core/contract/command';
import type { RunEvent } from '@/core/contract/event';
import type { Member, Mode } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import type { Frame } from '@/core/contract/wire';
import type { ClockRule } from '@/core/sim/clock/runClock';
import { inProcessAlarm } from '@/server/alarm/inProcess';
import type { RunHeader, Store } from '@/server/session/ports';
import { type Outcome, Runner, type RunnerParts } from '@/server/session/runner';
import { FakeWall, settled } from './fakeWall';
import { MemoryStore } from './memoryStore';
import { village } from './village';

interface Options {
  scenario?: Scenario;
  rule?: ClockRule;
  protections?: NonNullable<RunnerParts['protections']>;
  store?: MemoryStore;
  wall?: FakeWall;
  lastBeat?: number | null;
  receipts?: boolean;
  mode?: Mode;
  seed?: string;
}

export const headerOf = (
  scenario: Scenario,
  runId = 'run-0000000001',
  { receipts = true, mode = 'mail', seed = 'seed' }: Pick<Options, 'receipts' | 'mode' | 'seed'> = {},
): RunHeader => ({
  runId,
  scenario,
  mode,
  seed,
  receipts,
  runIndex: 0,
  engineVersion: 1,
});

/** A server without sockets or disk: runner, alarm and store over a wall clock moved by hand. */
export class Live {
  readonly wall: FakeWall;
  readonly memory: MemoryStore;
  readonly runner: Runner;
  readonly frames: Frame[] = [];
  readonly reports: string[] = [];
  private count = 0;

  constructor(
    private readonly options: Options = {},
    readonly runId = 'run-0000000001',
  ) {
    this.wall = options.wall ?? new FakeWall();
    this.memory = options.store ?? new MemoryStore();
    if (!options.store) this.memory.addRun(headerOf(options.scenario ?? village(), runId, options));
    const alarm = inProcessAlarm(this.wall, (id) => void this.runner.wake(id));
    this.runner = new Runner(
      {
        store: this.memory as Store,
        wall: this.wall,
        alarm,
        publisher: { frame: (_, to, frame) => this.watch(to, frame), draft: () => undefined },
        report: (what) => this.reports.push(what),
        ...(options.rule && { rule: options.rule }),
        ...(options.protections && { protections: options.protections }),
      },
      options.lastBeat ?? null,
    );
  }

  send<K extends CommandName>(
    name: K,
    body: CommandInput<K>,
    commandId = `command-${++this.count}`.padEnd(12, 'x'),
    actor: Member = 'p1',
  ): Promise<Outcome> {
    return this.runner.command(
      this.runId,
      { name, body: commands[name].schema.parse(body) } as Command,
      actor,
      commandId,
    );
  }

  /** Joins and starts; the clock runs from here. */
  async begin(): Promise<this> {
    await this.runner.join(this.runId);
    await this.send('clock.start', {});
    return this;
  }

  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 2_000) {
      await this.wall.pass(Math.min(2_000, left));
      this.runner.pulse();
    }
    await settled();
  }

  /** What the run's clock shows, as a viewer would compute it from the last frame. */
  simNow(): number {
    const { clock } = this;
    return Math.floor(clock.simMs + (this.wall.now() - clock.at) * clock.rate);
  }

  /** The pace of the clock, and the real ms until it may change by itself. */
  pace(): { rate: number; turn: number | null } {
    return { rate: this.clock.rate, turn: this.wall.nextWake() };
  }

  /** The clock as the last frame told it. */
  private get clock(): { simMs: number; rate: number; at: number } {
    return this.shown ?? { simMs: 0, rate: 1, at: this.wall.now() };
  }
  private shown: { simMs: number; rate: number; at: number } | null = null;

  /** Frames of everybody but `p1`, by member. */
  readonly others = new Map<Member, Frame[]>();

  /** Told of every frame besides. */
  onFrame: (to: Member, frame: Frame) => void = () => undefined;

  private watch(to: Member, frame: Frame): void {
    this.onFrame(to, frame);
    if (to !== 'p1') return void this.others.set(to, [...(this.others.get(to) ?? []), frame]);
    this.frames.push(frame);
    for (const c of frame.changes)
      if (c.type === 'clock') this.shown = { simMs: c.clock.simMs, rate: c.clock.rate, at: this.wall.now() };
  }

  log(): Promise<RunEvent[]> {
    return this.memory.read(`run:${this.runId}`);
  }

  async story(...types: string[]): Promise<string[]> {
    return (await this.log())
      .filter((e) => types.includes(e.type))
      .map((e) => `${Math.round(e.simMs / 6_000) / 10} ${e.type}`);
  }

  /** Another process on the same data, after this one was killed. */
  restarted(lastBeat: number | null, more: Options = {}): Live {
    return new Live(
      { ...this.options, store: this.memory.reopened(), wall: this.wall, lastBeat, ...more },
      this.runId,
    );
  }
}
