import type { Member } from '@/core/contract/ids';
import type { BotPolicy } from '@/core/contract/policy';
import type { Frame } from '@/core/contract/wire';
import { isOfBots, type ParticipantState, type SessionState } from '@/core/session/state';
import { type BotLine, BotPlayer } from './botPlayer';
import type { WallClock } from './ports';
import type { Runner } from './runner';

/** A bot looks for its team's next run so often, in real ms. */
const lookMs = 3_000;
/** Between two runs a bot that plays alone takes so long, in real ms. */
const breathMs = 5_000;

export interface BotsParts {
  runner: () => Runner;
  wall: WallClock;
  /** The run a team is in now. */
  runOf: (teamId: string) => Promise<{ runId: string; endedAt: number | null } | null>;
  /** Makes the next run of a team's plan; false when there is none. */
  nextRun: (teamId: string) => Promise<boolean>;
  startRun: (sessionId: string, teamId: string, runId: string) => Promise<unknown>;
  /** A bot has come (+1) or gone (-1). */
  presence: (sessionId: string, teamId: string, member: Member, by: 1 | -1) => Promise<void>;
  report: (what: string, error: unknown) => void;
}

interface Seated {
  sessionId: string;
  teamId: string;
  member: Member;
  policy: BotPolicy;
  /** Nobody but bots is in its team: it goes on to the next run by itself. */
  alone: boolean;
}

/** All bots of this process: each sits in the seat its session's log gives it, for as long as the session lasts (B5). */
export class Bots {
  private readonly seated = new Map<string, Bot>();
  private readonly playing = new Map<string, BotPlayer>();

  constructor(private readonly parts: BotsParts) {}

  /** Bots of this session that are to play do, and no others. */
  level(sessionId: string, state: SessionState): void {
    for (const person of state.participants.values()) {
      if (person.bot === null) continue;
      const { participantId } = person;
      const known = this.seated.get(participantId);
      const wanted = !person.removed && state.phase !== 'ended';
      if (wanted && !known) this.seat(participantId, seatOf(sessionId, state, person, person.bot));
      if (wanted && known) known.seat.alone = isOfBots(state, person.teamId);
      if (!wanted && known) this.dismiss(participantId, known);
    }
  }

  frame(runId: string, to: Member, frame: Frame): void {
    if (this.playing.size > 0) this.playing.get(place(runId, to))?.receive(frame);
  }

  close(): void {
    for (const [participantId, bot] of this.seated) this.dismiss(participantId, bot);
  }

  private seat(participantId: string, seat: Seated): void {
    const bot = new Bot(participantId, seat, this.parts, this.playing);
    this.seated.set(participantId, bot);
    bot.live().catch((error) => this.parts.report('a bot went home', error));
  }

  private dismiss(participantId: string, bot: Bot): void {
    this.seated.delete(participantId);
    bot.stop();
  }
}

const place = (runId: string, member: Member): string => `${runId} ${member}`;

const seatOf = (
  sessionId: string,
  state: SessionState,
  { teamId, member }: ParticipantState,
  policy: BotPolicy,
): Seated => ({ sessionId, teamId, member, policy, alone: isOfBots(state, teamId) });

/** A member's way into a run of this process. */
export const lineOf = (runner: Runner, runId: string, member: Member): BotLine => ({
  come: () => runner.join(runId, member),
  go: () => runner.leave(runId),
  async look() {
    const resumed = await runner.resume(runId, null, member);
    return resumed && 'snapshot' in resumed ? resumed : null;
  },
  give: async (command) => (await runner.command(runId, command, member, crypto.randomUUID())).ok,
});

/** One bot through the runs of its plan. */
class Bot {
  private stopped = false;
  private player: BotPlayer | null = null;
  private wakeUp: (() => void) | null = null;

  constructor(
    private readonly participantId: string,
    readonly seat: Seated,
    private readonly parts: BotsParts,
    private readonly playing: Map<string, BotPlayer>,
  ) {}

  async live(): Promise<void> {
    const { sessionId, teamId, member } = this.seat;
    await this.parts.presence(sessionId, teamId, member, 1);
    try {
      while (!this.stopped && (await this.next()));
    } finally {
      await this.parts.presence(sessionId, teamId, member, -1);
    }
  }

  stop(): void {
    this.stopped = true;
    this.player?.stop();
    this.wakeUp?.();
  }

  /** Plays the run its team is in, or waits for one; false when the plan is over. */
  private async next(): Promise<boolean> {
    const { teamId, alone } = this.seat;
    const run = await this.parts.runOf(teamId);
    if (run && run.endedAt === null) await this.play(run.runId);
    else if (run && alone) {
      await this.sleep(breathMs);
      return this.stopped || this.parts.nextRun(teamId);
    } else await this.sleep(lookMs);
    return true;
  }

  private async play(runId: string): Promise<void> {
    const { sessionId, teamId, member, policy } = this.seat;
    const { wall, startRun } = this.parts;
    const runner = this.parts.runner();
    const scenario = await runner.look(runId, (run) => run.header.scenario);
    if (!scenario) return;
    const start = async () => void (this.seat.alone && (await startRun(sessionId, teamId, runId)));
    const seed = `bot ${this.participantId}`;
    const line = lineOf(runner, runId, member);
    const player = new BotPlayer({ line, wall, scenario, policy, seed, start });
    this.player = player;
    this.playing.set(place(runId, member), player);
    try {
      await player.play();
      // A run that could not be read is looked at again, not at once.
      if (!this.stopped) await this.sleep(lookMs);
    } finally {
      this.playing.delete(place(runId, member));
      this.player = null;
    }
  }

  private sleep(ms: number): Promise<void> {
    const { wall } = this.parts;
    return new Promise((resolve) => {
      const over = () => {
        cancel();
        this.wakeUp = null;
        resolve();
      };
      const cancel = wall.at(wall.now() + ms, over);
      this.wakeUp = over;
    });
  }
}
