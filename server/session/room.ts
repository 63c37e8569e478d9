import type { Control, ControlDone, ControlReply } from '@/core/contract/control';
import { refuse } from '@/core/contract/refusal';
import type { RoomView } from '@/core/contract/room';
import type { Audience } from '@/core/contract/session';
import {
  type NewSessionEvent,
  type SessionActor,
  type SessionEvent,
  sessionEventVersion,
} from '@/core/contract/sessionEvent';
import { type Answered, answer } from '@/core/session/answer';
import { applySession, firstState } from '@/core/session/apply';
import { type Controlled, control, erase } from '@/core/session/control';
import { type FanOutEvent, isFanOut, unfinished } from '@/core/session/fanOut';
import { type Joined, type Joining, join, joinBot, nameTaken } from '@/core/session/join';
import { roomViewOf, teamOf } from '@/core/session/roomView';
import { concerns, membersOf, participantAt, type SessionState } from '@/core/session/state';
import type { Bots } from './bots';
import type { WallClock } from './ports';
import { besideControl, concerned, roomChange, rowsTouched, teamsOf } from './roomEffects';
import type { Beside, NewPlace, RoomPublisher, Runs, SessionStore, TeamInRoom, TeamNow } from './roomPorts';

export interface RoomParts {
  store: SessionStore;
  runs: Runs;
  publisher: RoomPublisher;
  wall: WallClock;
  /** The seed of a team's runs. */
  newSeed: () => string;
  /** A random id of a row. */
  newId: () => string;
  /** Who sees to it that bots play. */
  bots?: Pick<Bots, 'level'>;
  report: (what: string, error: unknown) => void;
}

/** Runs that something is handed on to at the same time. */
const atOnce = 50;

/** A live session: one writer, its log the truth. What is decided is durable before it reaches runs and screens. */
export class Room {
  private queue: Promise<unknown> = Promise.resolve();
  private seq = 0;
  /** What facilitators have asked for, by actor and command id. */
  private readonly asked = new Map<string, { hash: string; seq: number }>();
  /** Teams of which a member has done something (X2). */
  private readonly begun: Set<string>;
  /** Sockets of members, by team. */
  private readonly sockets = new Map<string, Map<string, number>>();

  private constructor(
    readonly sessionId: string,
    readonly code: string | null,
    readonly state: SessionState,
    private readonly parts: RoomParts,
    teams: readonly TeamNow[],
  ) {
    this.begun = new Set(teams.filter((t) => t.begun).map((t) => t.teamId));
  }

  /** The session as its log says; null for an unknown one. What may not have reached all its runs is handed on again. */
  static async open(sessionId: string, code: string | null, parts: RoomParts): Promise<Room | null> {
    const events = await parts.store.read(sessionId);
    const [first] = events;
    if (!first) return null;
    const room = new Room(sessionId, code, firstState(first), parts, await parts.store.teams(sessionId));
    for (const event of events) room.take(event);
    for (const event of unfinished(events)) await room.queued(() => room.handOn(event));
    parts.bots?.level(sessionId, room.state);
    return room;
  }

  /** A facilitator's control. The answer comes when it is durable and has reached the runs it concerns. */
  control(wanted: Control, accountId: string, commandId: string, hash: string): Promise<ControlReply> {
    return this.queued(async () => {
      const actor: SessionActor = `a:${accountId}`;
      const before = this.asked.get(`${actor} ${commandId}`);
      if (before) return this.again(before, hash);
      const decided = control(this.state, wanted, actor, (teamId) => this.begun.has(teamId));
      if (!decided.ok) return decided;
      const [first, ...rest] = decided.events;
      if (!first) return { ok: true, done: 0, skipped: 1, failed: 0 };
      const beside = besideControl(this.state, decided.events);
      const main = { ...this.place(first, 0), commandId, commandHash: hash };
      const placed = [main, ...rest.map((event, i) => this.place(event, i + 1))];
      if (main.type === 'bots.called') {
        await this.append(placed, beside);
        return { ok: true, ...(await this.seatBots(main)) };
      }
      if (isFanOut(main)) {
        await this.append(placed, beside);
        return { ok: true, ...(await this.handOn(main)) };
      }
      const done = { done: concerned(this.state, main), skipped: 0, failed: 0 };
      const told: NewSessionEvent = {
        type: 'control.done',
        actor: 'session',
        data: { of: main.seq, ...done },
      };
      await this.append([...placed, this.place(told, placed.length)], beside);
      await this.letGo(beside);
      return { ok: true, ...done };
    });
  }

  /** Somebody comes in. `place` is what their seat is made of; the names in it are new. */
  join(wanted: Joining, place: Pick<NewPlace, 'seatId' | 'device'> & { runId: string }): Promise<Joined> {
    return this.queued(async () => {
      if (wanted.name !== null && nameTaken(this.state, wanted.name))
        return { ok: false, refusal: refuse('nameTaken') };
      const joined = join(this.state, wanted);
      if (!joined.ok) return joined;
      await this.seat(joined, place);
      return joined;
    });
  }

  /** Bots take their seats one after the other, each a joining like any other. */
  private async seatBots({ seq, data: { count, policy } }: Extract<SessionEvent, { type: 'bots.called' }>) {
    const { newId } = this.parts;
    for (let i = 0; i < count; i++) {
      const joined = joinBot(this.state, { participantId: newId(), newTeamId: newId() }, policy);
      await this.seat(joined, { seatId: newId(), device: null, runId: newId() });
    }
    const done: ControlDone = { done: count, skipped: 0, failed: 0 };
    const told: NewSessionEvent = { type: 'control.done', actor: 'session', data: { of: seq, ...done } };
    await this.append([this.place(told, 0)], []);
    return done;
  }

  private async seat(
    { teamId, member, name, events }: Extract<Joined, { ok: true }>,
    { seatId, device, runId }: Pick<NewPlace, 'seatId' | 'device'> & { runId: string },
  ): Promise<void> {
    const made = events.find((e) => e.type === 'team.made');
    const team = made ? { plan: made.data.arm, seed: this.seedFor(), runId } : null;
    await this.append(
      events.map((event, i) => this.place(event, i)),
      [{ is: 'joined', place: { seatId, device, teamId, member, name, team } }],
    );
  }

  /** A member's questionnaire; answered once. */
  answer(
    teamId: string,
    member: string,
    which: 'before' | 'after',
    given: Readonly<Record<string, unknown>>,
  ): Promise<Answered> {
    return this.queued(async () => {
      const person = participantAt(this.state, teamId, member);
      if (!person) return { ok: false, refusal: refuse('unknown') };
      const answered = answer(this.state, person, which, given);
      if (answered.ok && answered.events.length > 0)
        await this.append(
          answered.events.map((event, i) => this.place(event, i)),
          [],
        );
      return answered;
    });
  }

  /** A member has what they typed, their name and their answers taken out, and leaves (A5). */
  erase(teamId: string, member: string): Promise<Controlled> {
    return this.queued(async () => {
      const person = participantAt(this.state, teamId, member);
      if (!person) return { ok: false, refusal: refuse('unknown') };
      const { participantId } = person;
      const decided = erase(this.state, participantId, `q:${participantId}`, (id) => this.begun.has(id));
      if (!decided.ok || decided.events.length === 0) return decided;
      const beside = besideControl(this.state, decided.events);
      await this.append(
        decided.events.map((event, i) => this.place(event, i)),
        beside,
      );
      await this.letGo(beside);
      return decided;
    });
  }

  /** Runs whose logs were written anew are held in memory no longer. */
  private async letGo(beside: readonly Beside[]): Promise<void> {
    const erased = new Set(beside.flatMap((b) => (b.is === 'erased' ? [b.teamId] : [])));
    if (erased.size === 0) return;
    for (const { teamId, run } of await this.parts.store.teams(this.sessionId))
      if (run && erased.has(teamId)) await this.parts.runs.letGo(run.runId);
  }

  /** Whether a run of this team may begin now: null, or why not. A run begins paused where its session is. */
  mayStart(teamId: string): { refusal: ReturnType<typeof refuse> } | { paused: boolean } {
    const { phase, paused, teams } = this.state;
    if (phase === 'lobby') return { refusal: refuse('notStarted') };
    if (phase === 'ended') return { refusal: refuse('sessionEnded') };
    return { paused: paused || (teams.get(teamId)?.paused ?? false) };
  }

  /** What the runs of a team have to know. */
  team(teamId: string): TeamInRoom {
    return { members: membersOf(this.state, teamId).map(({ member }) => member), rate: this.state.rate };
  }

  /** What a member sees of the session; null for somebody who is not in it. */
  view(teamId: string, member: string): RoomView | null {
    const person = participantAt(this.state, teamId, member);
    if (!person) return null;
    return roomViewOf(this.sessionId, this.state, person, (m) => this.isPresent(teamId, m));
  }

  /** A member's socket came (+1) or went (-1). */
  presence(teamId: string, member: string, by: 1 | -1): void {
    const team = this.sockets.get(teamId) ?? new Map<string, number>();
    const count = Math.max(0, (team.get(member) ?? 0) + by);
    this.sockets.set(teamId, team.set(member, count));
    if (count <= 1) this.tellTeam(teamId);
    this.parts.publisher.boardChanged(this.sessionId, [teamId]);
  }

  /** Tells those who share a run who of them is there. */
  private tellTeam(teamId: string): void {
    if (this.state.settings.teamSize === 1) return;
    const team = teamOf(this.state, teamId, (m) => this.isPresent(teamId, m));
    this.parts.publisher.roomChanged(this.sessionId, [teamId], { team });
  }

  isPresent = (teamId: string, member?: string): boolean => {
    const team = this.sockets.get(teamId);
    if (!team) return false;
    return member === undefined ? [...team.values()].some((n) => n > 0) : (team.get(member) ?? 0) > 0;
  };

  /** A member of this team did something in a run. */
  hasBegun(teamId: string): void {
    this.begun.add(teamId);
  }

  /** Resolves when everything asked for so far is done. */
  async idle(): Promise<void> {
    await this.queue;
  }

  private seedFor(): string {
    return this.state.settings.seed === 'shared' ? this.state.seed : this.parts.newSeed();
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private again({ hash, seq }: { hash: string; seq: number }, now: string): ControlReply {
    if (hash !== now) return { ok: false, refusal: refuse('repeated') };
    const entry = this.state.log.find((logged) => logged.seq === seq);
    return { ok: true, ...(entry?.done ?? { done: 0, skipped: 0, failed: 0 }) };
  }

  private place(event: NewSessionEvent, offset: number): SessionEvent {
    const at = Math.floor(this.parts.wall.now());
    return { ...event, seq: this.seq + 1 + offset, v: sessionEventVersion, at };
  }

  private take(event: SessionEvent): void {
    applySession(this.state, event);
    this.seq = event.seq;
    if (event.commandId !== undefined)
      this.asked.set(`${event.actor} ${event.commandId}`, { hash: event.commandHash ?? '', seq: event.seq });
  }

  /** Stores, then takes, then tells. */
  private async append(events: readonly SessionEvent[], beside: readonly Beside[]): Promise<void> {
    await this.parts.store.append(this.sessionId, events, beside);
    for (const event of events) this.take(event);
    const { publisher } = this.parts;
    for (const what of beside) this.tellMember(what);
    for (const teamId of new Set(beside.flatMap(teamsOf))) this.tellTeam(teamId);
    for (const event of events) {
      const told = roomChange(event);
      if (told) publisher.roomChanged(this.sessionId, told.to, told.change);
    }
    publisher.boardChanged(this.sessionId, rowsTouched(events));
    this.parts.bots?.level(this.sessionId, this.state);
  }

  /** What concerns one member's sockets alone. */
  private tellMember(what: Beside): void {
    const { publisher } = this.parts;
    if (what.is === 'removed') publisher.memberChanged(what.teamId, what.member, { removed: true });
    if (what.is === 'moved') publisher.memberChanged(what.from.teamId, what.from.member, { moved: true });
    if (what.is === 'renamed') publisher.memberChanged(what.teamId, what.member, { name: what.name });
  }

  /** Hands a control on to the runs it concerns, a number of them at a time, and notes what became of it. */
  private async handOn(event: FanOutEvent): Promise<ControlDone> {
    const to: Audience = 'to' in event.data ? event.data.to : 'all';
    const teams = (await this.parts.store.teams(this.sessionId)).filter((t) => concerns(to, t.teamId));
    const done: ControlDone = { done: 0, skipped: 0, failed: 0 };
    for (let i = 0; i < teams.length; i += atOnce) {
      const some = teams.slice(i, i + atOnce).map((team) => this.handOnTo(team, event));
      for (const outcome of await Promise.all(some)) done[outcome]++;
    }
    await this.append(
      [this.place({ type: 'control.done', actor: 'session', data: { of: event.seq, ...done } }, 0)],
      [],
    );
    return done;
  }

  private async handOnTo({ teamId, run }: TeamNow, event: FanOutEvent): Promise<keyof ControlDone> {
    const dropped = this.state.teams.get(teamId)?.dropped ?? true;
    if (!run || run.endedAt !== null || dropped) return 'skipped';
    // Who is not here begins when they come (T6).
    if (event.type === 'session.started' && !this.isPresent(teamId)) return 'skipped';
    try {
      const key = `${this.sessionId}-${event.seq}`;
      return await this.parts.runs.handOn(run.runId, event, key, this.team(teamId));
    } catch (error) {
      this.parts.report('a control did not reach a run', error);
      return 'failed';
    }
  }
}
