import type { WorldCommand } from '@/core/contract/command';
import type { Member, Mode } from '@/core/contract/ids';
import type { BotPolicy, PolicyName } from '@/core/contract/policy';
import type { RunView } from '@/core/contract/view';
import type { Frame, Position } from '@/core/contract/wire';
import { habitsFor } from '@/core/policy/habits';
import { type Player, playerOf } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { senseOf } from '@/core/policy/sense';
import { freshMind, type Mind, type Sense } from '@/core/policy/step';
import { seedOf } from '@/core/sim/chance/draw';
import { applyChange } from '@/core/view/applyChange';
import type { WallClock } from './ports';
import type { Runner } from './runner';

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

export interface BotPlayerParts {
  runner: Runner;
  wall: WallClock;
  runId: string;
  member: Member;
  policy: BotPolicy;
  /** Who it is: the same person in every run of a plan. */
  seed: string;
  /** Asks for the run to begin, where it is this one's to begin. */
  start: () => Promise<void>;
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
    const { runner, runId, member } = this.parts;
    if (!(await runner.join(runId, member))) return;
    try {
      const who = await this.who();
      await this.resync();
      while (who && this.view && !this.view.ended && !this.stopped) await this.turn(this.view, who);
    } finally {
      await runner.leave(runId);
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

  private async who(): Promise<{ player: Player; sense: Sense; policy: PolicyName } | null> {
    const { policy: wanted, seed } = this.parts;
    return this.parts.runner.look(this.parts.runId, ({ header: { scenario, mode } }) => {
      const own = wanted !== 'usual' && (policies[wanted].modes as readonly Mode[]).includes(mode);
      const policy = own ? wanted : usual[mode];
      return {
        policy,
        player: playerOf(seedOf(seed), policy, habitsFor(scenario)),
        sense: senseOf(scenario),
      };
    });
  }

  private async turn(
    view: RunView,
    who: { player: Player; sense: Sense; policy: PolicyName },
  ): Promise<void> {
    if (view.clock.state === 'ready') await this.parts.start();
    if (view.clock.state !== 'running') return this.rest(againMs);
    const { player, sense, policy } = who;
    const step = policies[policy].play({ view, now: this.now(view), sense, player, mind: this.mind });
    this.mind = step.mind;
    if ('wait' in step) return this.rest(this.until(view, step.wait));
    await this.sleep(step.afterMs);
    if (!this.stopped && !(await this.give(step.do))) await this.rest(startledMs);
    if (!this.view) await this.resync();
  }

  private async give(command: WorldCommand): Promise<boolean> {
    const { runner, runId, member } = this.parts;
    const done = await runner.command(runId, command, member, crypto.randomUUID());
    return done.ok;
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
    const { runner, runId, member, wall } = this.parts;
    const resumed = await runner.resume(runId, null, member);
    if (!resumed || !('snapshot' in resumed)) return;
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
