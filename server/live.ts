import type { Server as HttpServer } from 'node:http';
import { setLiveHandle } from '@/core/contract/live';
import { inProcessAlarm } from './alarm/inProcess';
import { wallClock } from './alarm/wallClock';
import type { Accounts } from './auth/accounts';
import type { Limits } from './auth/limits';
import { allowed, whoOf } from './auth/may';
import { newRowId, newSeed } from './auth/token';
import { boardScenario } from './catalog/boardScenario';
import { nextRun } from './catalog/nextRun';
import { sessionTeam } from './catalog/sessionTeam';
import type { Env } from './env';
import { Gateway } from './gateway/gateway';
import type { Metrics } from './observe/metrics';
import { Bots } from './session/bots';
import type { Publisher, WallClock } from './session/ports';
import { Rooms } from './session/rooms';
import { Runner, type RunnerParts, wakeSlackMs } from './session/runner';
import { runsOfRoom } from './session/runsOfRoom';
import { screenOf } from './session/screen';
import { forgetAudit } from './store/audit';
import type { Database } from './store/database';
import type { EventStore } from './store/eventStore';
import { deleteUnusedPreviews } from './store/previews';
import { deleteExpiredSoloTeams, deleteSession, expiredSessions, expiredSoloTeams } from './store/retention';
import { seatOf } from './store/seats';
import { StoredSessions } from './store/sessionStore';
import { sessionById, sessionsUnderWay } from './store/sessions';
import { forgetExpiredSignIns } from './store/signIns';
import { runOfTeam } from './store/teams';

const beatMs = 2_000;
const sweepMs = 10_000;
/** Runs woken by one sweep; at the start, all whose clock was running. */
/** Sessions that are read when the process starts, so that their bots play on. */
const sessionsTakenOver = 50;
const sweepRuns = { later: 500, first: 10_000 };
const retentionMs = 3_600_000;
const dayMs = 86_400_000;
const usualDays: Env['keepDays'] = { solo: 7, sessions: 365, audit: 365 };

export interface LiveParts {
  http: HttpServer;
  db: Database;
  store: EventStore;
  limits: Limits;
  metrics: Metrics;
  /** Who is signed in; without it nobody watches a board. */
  accounts?: Accounts;
  publicUrl: string | null;
  /** Proxies in front that may be believed. */
  proxies?: number;
  /** Addresses by which others in the network can come. */
  addresses?: readonly string[];
  processId: string;
  /** How long what is kept. */
  keepDays?: Env['keepDays'];
  report: (what: string, error: unknown) => void;
  wall?: WallClock;
  rule?: NonNullable<RunnerParts['rule']>;
  protections?: NonNullable<RunnerParts['protections']>;
}

export interface LiveServer {
  runner: Runner;
  gateway: Gateway;
  rooms: Rooms;
  /** Clients are told to come back; commands under way are finished; the clock's reading is written down (T5). */
  close(): Promise<void>;
}

/** Runner, alarm, gateway and their housekeeping on one HTTP server and one database. */
export async function startLive(parts: LiveParts): Promise<LiveServer> {
  const { http, db, store, metrics, report, processId } = parts;
  const wall = parts.wall ?? wallClock;
  const lastBeat = await store.lastBeat();
  let gateway: Gateway | null = null;
  const publisher: Publisher = {
    frame: (runId, to, frame) => {
      gateway?.frame(runId, to, frame);
      bots.frame(runId, to, frame);
    },
    draft: (runId, to, draft) => gateway?.draft(runId, to, draft),
  };
  const wake = (runId: string) =>
    void runner.wake(runId).catch((error) => report('a run could not be woken', error));
  const alarm = inProcessAlarm(wall, wake);
  const optional = {
    ...(parts.rule && { rule: parts.rule }),
    ...(parts.protections && { protections: parts.protections }),
  };
  const runner: Runner = new Runner(
    {
      ...{ store, wall, alarm, publisher, report, late: metrics.late, ...optional },
      stepped: (run, events) => rooms.stepped(run, events),
    },
    lastBeat,
  );
  const bots = new Bots({
    runner: () => runner,
    wall,
    runOf: (teamId) => runOfTeam(db, teamId),
    nextRun: async (teamId) => (await nextRun(db, { teamId }, {}, newRowId())) === null,
    startRun: (...which) => rooms.startRun(...which),
    presence: (...who) => rooms.presence(...who),
    report,
  });
  const rooms: Rooms = openRooms(
    parts,
    wall,
    () => runner,
    () => gateway,
    bots,
  );
  gateway = new Gateway(http, {
    runner: () => runner,
    rooms: () => rooms,
    facilitator: (cookie, sessionId) => facilitatorOf(parts, cookie, sessionId),
    placeOf: (seatId, tokenHash) => seatOf(db, seatId, tokenHash),
    limits: parts.limits,
    publicUrl: parts.publicUrl,
    report,
    refused: metrics.refused,
  });
  metrics.watch({ sockets: () => gateway?.connected ?? 0, runs: () => runner.size });
  parts.accounts?.onEnded((accountId) => gateway?.boards?.leave(accountId));
  openHandle(parts, runner, rooms);
  await takeOver(parts, runner);
  for (const sessionId of await sessionsUnderWay(db, sessionsTakenOver)) await rooms.room(sessionId);
  const timers = housekeeping(parts, runner, rooms, wall, wake);
  await store.beat(processId, Math.floor(wall.now()));
  return {
    runner,
    gateway,
    rooms,
    async close() {
      for (const timer of timers) clearInterval(timer);
      bots.close();
      await gateway?.close();
      await rooms.close();
      await runner.close();
      alarm.stop();
      await store
        .beat(processId, Math.floor(wall.now()))
        .catch((error) => report('the last heartbeat was not written', error));
    },
  };
}

function openRooms(
  { db, report }: LiveParts,
  wall: WallClock,
  runner: () => Runner,
  gateway: () => Gateway | null,
  bots: Bots,
): Rooms {
  return new Rooms({
    store: new StoredSessions(db, (sessionId, made) => sessionTeam(db, sessionId, made)),
    runs: runsOfRoom(runner),
    runner,
    wall,
    newSeed,
    newId: newRowId,
    bots,
    report,
    async head(sessionId) {
      const session = await sessionById(db, sessionId);
      return session && { code: session.code, scenario: boardScenario(session.scenario) };
    },
    tell: {
      roomChanged: (...what) => gateway()?.roomChanged(...what),
      memberChanged: (...what) => gateway()?.memberChanged(...what),
      board: (...what) => gateway()?.boards?.tell(...what),
    },
  });
}

/** The account behind these cookies if it leads this session; somebody else's session and none give the same null. */
async function facilitatorOf(
  { db, accounts }: LiveParts,
  cookie: string | undefined,
  sessionId: string,
): Promise<string | null> {
  const me = await accounts?.current(cookie);
  const session = me ? await sessionById(db, sessionId) : null;
  return me && allowed(whoOf(me), 'session.control', session) ? me.accountId : null;
}

function openHandle(
  { publicUrl, proxies = 0, addresses = [], keepDays = usualDays }: LiveParts,
  runner: Runner,
  rooms: Rooms,
): void {
  setLiveHandle({
    publicUrl,
    proxies,
    addresses,
    keepDays,
    room: (...who) => rooms.view(...who),
    board: (sessionId) => rooms.board(sessionId),
    screen: async (sessionId) => {
      const board = await rooms.board(sessionId);
      return board && screenOf(board);
    },
    async openRun(runId, member) {
      const resumed = await runner.resume(runId, null, member);
      return resumed && 'snapshot' in resumed ? resumed : null;
    },
    dropRun: (runId) => runner.drop(runId),
  });
}

/**
 * Anchors the clock of every run that was running, before this process's first heartbeat: otherwise the next process would
 * take that heartbeat for a time at which these runs were played (T5).
 */
async function takeOver({ store, report }: LiveParts, runner: Runner): Promise<void> {
  const running = await store.overdue(Number.MAX_SAFE_INTEGER, sweepRuns.first);
  const woken = await Promise.allSettled(running.map((runId) => runner.wake(runId)));
  for (const result of woken)
    if (result.status === 'rejected') report('a run could not be taken over', result.reason);
}

function housekeeping(
  { db, store, processId, report, keepDays = usualDays }: LiveParts,
  runner: Runner,
  rooms: Rooms,
  wall: WallClock,
  wake: (runId: string) => void,
): NodeJS.Timeout[] {
  const tell = (what: string) => (error: unknown) => report(what, error);
  const beat = () => {
    runner.pulse();
    void store.beat(processId, Math.floor(wall.now())).catch(tell('the heartbeat was not written'));
  };
  const sweep = () => {
    const overdue = store.overdue(Math.floor(wall.now()) - sweepMs - wakeSlackMs, sweepRuns.later);
    void overdue.then((ids) => ids.forEach(wake)).catch(tell('the sweep failed'));
  };
  const retain = () => {
    const before = (days: number) => Date.now() - days * dayMs;
    void forgetOldSoloTeams(db, runner, before(keepDays.solo)).catch(
      tell('old solo runs could not be deleted'),
    );
    void forgetOldSessions(db, runner, rooms, before(keepDays.sessions)).catch(
      tell('old sessions could not be deleted'),
    );
    void forgetOldAccountRows(db, before(keepDays.audit)).catch(tell('the audit log could not be shortened'));
  };
  retain();
  return [setInterval(beat, beatMs), setInterval(sweep, sweepMs), setInterval(retain, retentionMs)];
}

/** Deletes solo teams nobody has visited since `before`, with everything that belongs to them. */
async function forgetOldSoloTeams(db: Database, runner: Runner, before: number): Promise<void> {
  const expired = await expiredSoloTeams(db, before);
  for (const runId of expired.flatMap(({ runIds }) => runIds)) await runner.drop(runId);
  const ids = expired.map(({ teamId }) => teamId);
  if (ids.length > 0) await deleteExpiredSoloTeams(db, before, ids);
  await deleteUnusedPreviews(db, before);
}

/** Deletes sessions that were over before `before`, one at a time, so that nothing else has to wait for long. */
async function forgetOldSessions(db: Database, runner: Runner, rooms: Rooms, before: number): Promise<void> {
  for (const old of await expiredSessions(db, before)) {
    await rooms.forget(old.sessionId);
    for (const runId of old.runIds) await runner.drop(runId);
    await deleteSession(db, old);
  }
}

/** Shortens the audit log and drops sign-ins that have run out. */
async function forgetOldAccountRows(db: Database, before: number): Promise<void> {
  await forgetAudit(db, before);
  await forgetExpiredSignIns(db, Date.now());
}
