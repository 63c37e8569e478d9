import type { BoardChange, BoardScenario, BoardView } from '@/core/contract/board';
import type { Control, ControlReply } from '@/core/contract/control';
import type { RunEvent } from '@/core/contract/event';
import { type Refusal, refuse } from '@/core/contract/refusal';
import type { RoomView } from '@/core/contract/room';
import { Board, headOf } from './board';
import { keptSamples, sampleMs, samplesDue, samplesOf } from './flight';
import type { LoadedRun } from './loadedRun';
import { recalledFlights } from './recalled';
import { Room, type RoomParts } from './room';
import type { RoomPublisher, TeamNow } from './roomPorts';
import type { Runner } from './runner';

/** A session that has ended is held in memory for so long, in real ms. */
const heldMs = 3_600_000;
/** Changes of a board are gathered for so long: at most two a second. */
export const boardMs = 500;
/** Rows of a board that are sent at once, and real ms between two such pieces: a thousand take a third of a second. */
const piece = 40;
const pieceMs = 12;

export interface RoomsParts extends Omit<RoomParts, 'publisher' | 'runs'> {
  runs: RoomParts['runs'];
  runner: () => Runner;
  /** What stands beside the log: code and mission. Null for an unknown session. */
  head: (sessionId: string) => Promise<{ code: string | null; scenario: BoardScenario } | null>;
  tell: Pick<RoomPublisher, 'roomChanged' | 'memberChanged'> & {
    board(sessionId: string, change: BoardChange): void;
  };
}

interface Open {
  room: Room;
  board: Board;
  scenario: BoardScenario;
  /** Teams by their present run. */
  teamOf: Map<string, { teamId: string; practice: boolean }>;
  /** Rows that changed since the board was told; null: all. */
  dirty: Set<string> | null;
  timer: NodeJS.Timeout | null;
  learning: NodeJS.Timeout | null;
  /** Reads the chart back to the start of the session; null before the first look at it. */
  recalling: Promise<void> | null;
  /** It is held no longer: whatever is still under way for it ends. */
  stopped: boolean;
}

/** All live sessions of this process: loaded on demand, one writer each. */
export class Rooms {
  private readonly open = new Map<string, Promise<Open | null>>();
  /** Sessions of runs, so that a step of a run finds its board. */
  private readonly loaded = new Map<string, Open>();
  private readonly sampler: NodeJS.Timeout;

  constructor(private readonly parts: RoomsParts) {
    this.sampler = setInterval(() => this.sample(), sampleMs);
    this.sampler.unref();
  }

  async control(
    sessionId: string,
    control: Control,
    by: { accountId: string; commandId: string; hash: string },
  ): Promise<ControlReply> {
    const open = await this.get(sessionId);
    if (!open) return { ok: false, refusal: refuse('unknown') };
    return open.room.control(control, by.accountId, by.commandId, by.hash);
  }

  async room(sessionId: string): Promise<Room | null> {
    return (await this.get(sessionId))?.room ?? null;
  }

  async view(sessionId: string, teamId: string, member: string): Promise<RoomView | null> {
    return (await this.room(sessionId))?.view(teamId, member) ?? null;
  }

  async board(sessionId: string): Promise<BoardView | null> {
    const open = await this.get(sessionId);
    if (!open) return null;
    open.recalling ??= this.recallSoon(open);
    const { room, board, scenario } = open;
    const now = this.parts.wall.now();
    return {
      ...headOf(room),
      settings: room.state.settings,
      scenario,
      rows: board.rows(now),
      flight: board.flight(),
    };
  }

  /** Begins a run of a session for its team, or says why not yet (T6). */
  async startRun(sessionId: string, teamId: string, runId: string): Promise<Refusal | null> {
    const room = await this.room(sessionId);
    const may = room?.mayStart(teamId) ?? { refusal: refuse('unknown') };
    if ('refusal' in may) return may.refusal;
    const runner = this.parts.runner();
    const { members, rate } = room?.team(teamId) ?? { members: [], rate: null };
    const started = await runner.control(
      runId,
      { name: 'control.start', body: { members } },
      `start-${runId}`,
    );
    if (!started.ok) return started.refusal;
    if (rate !== null) await runner.control(runId, { name: 'control.rate', body: { rate } }, `rate-${runId}`);
    if (may.paused) await runner.control(runId, { name: 'control.pause', body: {} }, `pause-${runId}`);
    return null;
  }

  async presence(sessionId: string, teamId: string, member: string, by: 1 | -1): Promise<void> {
    (await this.room(sessionId))?.presence(teamId, member, by);
  }

  /** A run took a step: its row changes if its session is loaded. */
  stepped(run: LoadedRun, events: readonly RunEvent[]): void {
    const { sessionId, runId } = run.header;
    const open = sessionId ? this.loaded.get(sessionId) : undefined;
    if (!open) return;
    const team = open.teamOf.get(runId);
    if (!team) return this.learnSoon(open);
    if (events.some((e) => e.actor.startsWith('p'))) open.room.hasBegun(team.teamId);
    open.board.stepped(team.teamId, team.practice, run, events);
    this.changed(open, [team.teamId]);
  }

  /** Holds a session in memory no longer, after what is under way; it is read again when somebody asks for it. */
  async forget(sessionId: string): Promise<void> {
    const open = this.loaded.get(sessionId);
    this.loaded.delete(sessionId);
    this.open.delete(sessionId);
    if (open) await this.stop(open);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    clearInterval(this.sampler);
    for (const open of this.loaded.values()) await this.stop(open);
  }

  private async stop(open: Open): Promise<void> {
    open.stopped = true;
    for (const timer of [open.timer, open.learning]) if (timer) clearTimeout(timer);
    await open.recalling;
    await open.room.idle();
  }

  private get(sessionId: string): Promise<Open | null> {
    const known = this.open.get(sessionId);
    if (known) return known;
    const opening = this.load(sessionId).then(
      (open) => {
        if (!open) this.open.delete(sessionId);
        return open;
      },
      (error) => {
        this.open.delete(sessionId);
        throw error;
      },
    );
    this.open.set(sessionId, opening);
    return opening;
  }

  private async load(sessionId: string): Promise<Open | null> {
    const head = await this.parts.head(sessionId);
    if (!head) return null;
    const room = await Room.open(sessionId, head.code, { ...this.parts, publisher: this.publisher() });
    if (!room) return null;
    const open: Open = {
      room,
      board: new Board(room),
      scenario: head.scenario,
      teamOf: new Map(),
      dirty: new Set(),
      timer: null,
      learning: null,
      recalling: null,
      stopped: false,
    };
    this.loaded.set(sessionId, open);
    await this.learn(open);
    return open;
  }

  /** Nobody waits for it: a thousand runs take some seconds to read, and what is in flight now is known. */
  private async recallSoon(open: Open): Promise<void> {
    try {
      await this.recall(open);
    } catch (error) {
      open.recalling = null;
      this.parts.report('what was in flight in a session could not be read', error);
    }
  }

  /** Draws the chart of the time before this process held the session, from the logs of its runs; reads none where nothing is due. */
  private async recall(open: Open): Promise<void> {
    const { room, board } = open;
    const { startedAt, endedAt } = room.state;
    if (startedAt === null) return;
    const now = this.parts.wall.now();
    const taken = board.flight();
    const time = { from: startedAt, until: Math.min(taken[0]?.at ?? now, endedAt ?? now) };
    // The sample of the start itself would say nothing.
    if (samplesDue(time) <= 1 || taken.length >= keptSamples) return;
    const { store, runner, report } = this.parts;
    const flights = await recalledFlights(await store.teams(room.sessionId), {
      flight: (runId) => runner().flight(runId),
      report,
      stopped: () => open.stopped,
    });
    if (!flights) return;
    board.precede(samplesOf(flights, time));
    this.changed(open, []);
  }

  private publisher(): RoomParts['publisher'] {
    return {
      ...this.parts.tell,
      boardChanged: (sessionId, teams) => {
        const open = this.loaded.get(sessionId);
        if (open) this.changed(open, teams);
      },
    };
  }

  /** Many runs may be new at once: they are read together. */
  private learnSoon(open: Open): void {
    open.learning ??= setTimeout(() => {
      open.learning = null;
      this.learn(open).catch((error) => this.parts.report('the runs of a session could not be read', error));
    }, boardMs);
  }

  /** Reads which run each team is in, and looks at those the board does not know. */
  private async learn(open: Open): Promise<void> {
    const teams = await this.parts.store.teams(open.room.sessionId);
    for (const { teamId, begun } of teams) if (begun) open.room.hasBegun(teamId);
    const unknown = teams.filter((t) => t.run && !open.teamOf.has(t.run.runId));
    await Promise.all(unknown.map((team) => this.look(open, team)));
    this.changed(
      open,
      unknown.map(({ teamId }) => teamId),
    );
  }

  private async look(open: Open, team: TeamNow): Promise<void> {
    const { run: now, teamId } = team;
    if (!now) return;
    open.teamOf.set(now.runId, { teamId, practice: now.practice });
    await this.parts.runner().look(now.runId, (run) => open.board.put(team, run, null));
  }

  private changed(open: Open, teams: readonly string[] | null): void {
    if (teams === null) open.dirty = null;
    else for (const id of teams) open.dirty?.add(id);
    open.timer ??= setTimeout(() => this.tellAll(open), boardMs);
  }

  private tellAll(open: Open): void {
    const teams = [...(open.dirty ?? open.room.state.teams.keys())];
    open.dirty = new Set();
    this.tell(open, teams);
  }

  /** A large room's rows are made and sent in pieces, with time between them: what is due meanwhile does not wait for them. */
  private tell(open: Open, teams: readonly string[]): void {
    const now = new Set(teams.slice(0, piece));
    const rest = teams.slice(piece);
    this.parts.tell.board(open.room.sessionId, open.board.change(now, this.parts.wall.now()));
    open.timer = rest.length > 0 ? setTimeout(() => this.tell(open, rest), pieceMs) : null;
    if (!open.timer && (open.dirty === null || open.dirty.size > 0)) this.changed(open, []);
  }

  private sample(): void {
    const now = this.parts.wall.now();
    for (const open of this.loaded.values()) {
      const { phase, endedAt } = open.room.state;
      if (endedAt !== null && now - endedAt > heldMs) void this.forget(open.room.sessionId);
      if (phase !== 'open') continue;
      open.board.sample(now);
      this.changed(open, null);
    }
  }
}
