import { expect, test } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import type { RunView } from '@/core/contract/view';
import { wallClock } from '@/server/alarm/wallClock';
import { BotPlayer } from '@/server/session/botPlayer';
import { runEvents } from '@/server/store/runs';
import { sessionTeams } from '@/server/store/sessionRuns';
import { LiveServer } from '../support/liveServer';
import { control, joinSession, lead, openBoard } from '../support/session';
import { SocketLine, type Taken } from '../support/socketLine';
import { village } from '../support/village';

/** `npm run test:long` asks for 30. */
const minutes = Number(process.env.CROWD_MINUTES ?? 2);
const teamSize = 3;
const people = 300;
/** Simulated ms per real ms. */
const rate = 20;
const policies = ['parallel-mailer', 'serial-caller', 'hybrid'] as const;

/** Somebody of a team who plays by a socket. */
interface Somebody {
  line: SocketLine;
  player: BotPlayer;
}

/** One run in the end: its log, when it was looked at, and what its members see and have been told was done. */
interface Seen {
  log: readonly RunEvent[];
  at: number;
  views: readonly RunView[];
  taken: ReadonlyMap<string, readonly Taken[]>;
}

/** Commands of which the log holds an event whenever they were accepted. */
const logged: ReadonlySet<string> = new Set(['mail.send', 'mail.remind', 'desk.answer', 'call.dial']);

/** What is wrong with a run in the end, in words. */
function wrongWith({ log, at, views, taken }: Seen): string[] {
  const ids = log.map((e) => `${e.actor} ${e.commandId}`);
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const lost = [...taken].flatMap(([member, list]) =>
    list
      .filter(({ name, commandId }) => logged.has(name) && times.get(`${member} ${commandId}`) !== 1)
      .map(({ name, commandId }) => `${member}'s ${name} ${commandId} is not in the log once`),
  );
  const started = log.find((e) => e.type === 'clock.started');
  const simMs = views[0]?.clock.simMs ?? 0;
  const expected = started ? (at - started.at) * rate : Number.NaN;
  // Two looks at two clocks are apart by the answer's way.
  const stuck =
    Math.abs(simMs - expected) < 5_000 * rate ? [] : [`the clock shows ${simMs}, not ${expected}`];
  const mails = log.flatMap((e) =>
    e.type === 'mail.sent' || e.type === 'mail.received' ? [e.data.mailId] : [],
  );
  const unseen = views.flatMap((view) => {
    const shown = new Set(view.mails.map((m) => m.mailId));
    return mails.filter((id) => !shown.has(id)).map((id) => `${view.me} does not see ${id}`);
  });
  const backwards = log.some((e, i) => e.simMs < (log[i - 1]?.simMs ?? 0)) ? ['time went backwards'] : [];
  return [...lost, ...stuck, ...unseen, ...backwards];
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function somebody(server: LiveServer, code: string, n: number): Promise<Somebody> {
  const socket = await server.connected(await joinSession(server, { code }, `Person ${n}`));
  const line = new SocketLine(socket, `person-${n}`, (frame) => player.receive(frame));
  const player = new BotPlayer({
    line,
    wall: wallClock,
    scenario: village(),
    policy: policies[n % policies.length] ?? 'usual',
    seed: `person ${n}`,
    start: async () => undefined,
  });
  return { line, player };
}

test(
  `P8, B5: ${people} bots in ${people / teamSize} teams for ${minutes} minutes: no clock stands still and nothing done is lost`,
  async () => {
    const server = await LiveServer.start();
    const lengthMin = (minutes + 5) * rate;
    const led = await lead(server, { teamSize, teamsBy: 'chance', plan: 'free', lengthMin });
    const everybody: Somebody[] = [];
    for (let n = 0; n < people; n++) everybody.push(await somebody(server, led.code, n));
    await control(led, 'start');
    const playing = everybody.map(({ player }) => player.play());
    // Something to do for those who have solved it all: mail for everybody, now and then.
    for (let minute = 0; minute < minutes; minute++) {
      await wait(60_000);
      await control(led, 'inject', { to: 'all', from: 'ada', subject: `Minute ${minute}`, text: 'News.' });
    }
    for (const { player } of everybody) player.stop();
    await Promise.all(playing);

    const { rows } = await openBoard(led.board);
    expect(rows).toHaveLength(people / teamSize);
    expect(rows.filter((r) => r.run?.state !== 'running')).toEqual([]);
    const views = new Map<string, { view: RunView; somebody: Somebody; at: number }[]>();
    for (const one of everybody) {
      const looked = await one.line.look();
      if (!looked) throw new Error('somebody has no view');
      const { stream, view } = looked.snapshot;
      const entry = { view: { ...view, clock: looked.clock }, somebody: one, at: wallClock.now() };
      views.set(stream, [...(views.get(stream) ?? []), entry]);
    }
    const teams = await sessionTeams(server.db, led.sessionId);
    const wrong: string[] = [];
    let seen: Seen | null = null;
    for (const { runs } of teams) {
      const runId = runs[0]?.header.runId ?? '';
      const members = views.get(`run:${runId}`) ?? [];
      seen = {
        log: await runEvents(server.db, runId),
        at: members[0]?.at ?? 0,
        views: members.map((m) => m.view),
        taken: new Map(members.map((m) => [m.view.me, m.somebody.line.taken])),
      };
      wrong.push(...wrongWith(seen));
    }
    const done = everybody.reduce((sum, { line }) => sum + line.taken.length, 0);
    process.stdout.write(`crowd: ${done} commands accepted in ${minutes} min\n`);
    expect(wrong).toEqual([]);
    expect(everybody.flatMap(({ line }) => line.unanswered)).toEqual([]);
    expect(done).toBeGreaterThan(people * minutes * 5);
    expect(server.reports).toEqual([]);

    // What looks for faults finds them.
    if (!seen) throw new Error('no runs');
    const acts = seen.log.filter((e) => e.commandId !== undefined && e.type === 'desk.done');
    const without = { ...seen, log: seen.log.filter((e) => e !== acts[0]) };
    expect(wrongWith(without).join()).toContain('is not in the log once');
    expect(wrongWith({ ...seen, at: seen.at + 60_000 }).join()).toContain('the clock shows');
  },
  (minutes + 4) * 60_000,
);
