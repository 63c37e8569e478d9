import type { WorldCommand } from '@/core/contract/command';
import type { Mode } from '@/core/contract/ids';
import type { BotPolicy, PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import type { ClockView, RunView } from '@/core/contract/view';
import type { Frame, Position, Snapshot } from '@/core/contract/wire';
import { habitsFor } from '@/core/policy/habits';
import { Outlook } from '@/core/policy/outlook';
import { type Player, playerOf } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { type Sense, senseOf } from '@/core/policy/sense';
import { freshMind, type Mind } from '@/core/policy/step';
import { seedOf } from '@/core/sim/chance/draw';
import { applyChange } from '@/core/view/applyChange';
import type { WallClock } from './ports';

/** What a bot plays by where its own policy is not for the run's mode. */
const usual = {
  mail: 'parallel-mailer',
  call: 'serial-caller',
  free: 'hybrid',
} as const satisfies Record<Mode, PolicyName>;

/** After a refusal a bot looks again so many real ms later. */
const startledMs = 1_000;
/** What is not there yet is looked for again after so many real ms, though nothing was heard. */
const againMs = 3_000;

/** A bot's way into a run: that of a member. */
export interface BotLine {
  /** False when there is no such run. */
  come(): Promise<boolean>;
  /** The whole view as it stands, or null where it cannot be had. */
  look(): Promise<{ snapshot: Snapshot; clock: ClockView } | null>;
  /** Whether the command was accepted. */
  give(command: WorldCommand): Promise<boolean>;
  go(): Promise<void>;
}

export interface BotPlayerParts {
  line: BotLine;
  wall: WallClock;
  /** What stands in it that a view does not show is what its words mean to a reader. */
  scenario: Scenario;
  policy: BotPolicy;
  /** Who it is: the same person in every run of a plan. */
  seed: string;
  /** Asks for the run to begin, where it is this one's to begin. */
  start: () => Promise<void>;
}

interface Who {
  player: Player;
  sense: Sense;
  policy: PolicyName;
}

/**
 * A bot in one run: it sees a member's view and gives a member's commands, each after as long as a person would take (B5).
 * Nothing of the run's state is known to it.
 */
export class BotPlayer {
  private view: RunView | null = null;
  private position: Position = { epoch: 0, n: 0 };
  private clockAt = 0;
  private stopped = false;
  /** The player looks up: something new is there, or it is to stop. */
  private lookUp: (() => void) | null = null;
  private mind: Mind = freshMind;

  constructor(private readonly parts: BotPlayerParts) {}

  /** Plays to the end of the run, or until stopped. Rejects when the run cannot be read. */
  async play(): Promise<void> {
    const { line } = this.parts;
    if (!(await line.come())) return;
    try {
      await this.resync();
      const who = this.view && this.who(this.view.run.mode);
      while (who && this.view && !this.view.ended && !this.stopped) await this.turn(this.view, who);
    } finally {
      await line.go();
    }
  }

  stop(): void {
    this.stopped = true;
    this.lookUp?.();
  }

  receive(frame: Frame): void {
    if (!this.view || frame.n <= this.position.n) return;
    if (frame.n === this.position.n + 1) {
      this.view = frame.changes.reduce(applyChange, this.view);
      this.position = { epoch: frame.epoch, n: frame.n };
      if (frame.changes.some((c) => c.type === 'clock')) this.clockAt = this.parts.wall.now();
    } else this.view = null;
    this.lookUp?.();
  }

  private who(mode: Mode): Who {
    const { policy: wanted, seed, scenario } = this.parts;
    const own = wanted !== 'usual' && (policies[wanted].modes as readonly Mode[]).includes(mode);
    const policy = own ? wanted : usual[mode];
    return { policy, player: playerOf(seedOf(seed), policy, habitsFor(scenario)), sense: senseOf(scenario) };
  }

  private async turn(
    view: RunView,
    who: { player: Player; sense: Sense; policy: PolicyName },
  ): Promise<void> {
    if (view.clock.state === 'ready') await this.parts.start();
    if (view.clock.state !== 'running') return this.rest(againMs);
    const { player, sense, policy } = who;
    const step = policies[policy].play({
      view,
      outlook: new Outlook(player, sense).on(view),
      now: this.now(view),
      sense,
      player,
      mind: this.mind,
    });
    this.mind = step.mind;
    if ('wait' in step) return this.rest(this.until(view, step.wait));
    await this.sleep(step.afterMs);
    if (!this.stopped && !(await this.parts.line.give(step.do))) await this.rest(startledMs);
    if (!this.view) await this.resync();
  }

  /** Simulated ms as this viewer sees them. */
  private now({ clock, run }: RunView): number {
    const passed = clock.state === 'running' ? (this.parts.wall.now() - this.clockAt) * clock.rate : 0;
    return Math.min(run.lengthMs, Math.floor(clock.simMs + Math.max(0, passed)));
  }

  private until(view: RunView, simMs: number | null): number | null {
    if (simMs === null || view.clock.rate <= 0) return null;
    return Math.max(0, (simMs - this.now(view)) / view.clock.rate) + 1;
  }

  private async resync(): Promise<void> {
    const { line, wall } = this.parts;
    const resumed = await line.look();
    if (!resumed) return;
    const { view, epoch, n } = resumed.snapshot;
    this.view = { ...view, clock: resumed.clock };
    this.position = { epoch, n };
    this.clockAt = wall.now();
  }

  /** Until something new is there, at the latest so many real ms from now. */
  private async rest(ms: number | null): Promise<void> {
    await this.pausing(ms, true);
    if (!this.view && !this.stopped) await this.resync();
  }

  /** So many real ms of doing something; what is new meanwhile waits. */
  private sleep(ms: number): Promise<void> {
    return this.pausing(ms, false);
  }

  private pausing(ms: number | null, disturbed: boolean): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        this.lookUp = null;
        cancel?.();
        resolve();
      };
      const { wall } = this.parts;
      const cancel = ms === null ? null : wall.at(wall.now() + ms, over);
      if (this.stopped) return over();
      this.lookUp = () => {
        if (disturbed || this.stopped) over();
      };
    });
  }
}
