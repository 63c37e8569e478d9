import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { MeasureName } from '@/core/contract/measures';
import { measureNames } from '@/core/contract/measures';
import { classDebrief } from '@/server/catalog/classDebrief';
import { saveScenario } from '@/server/store/scenarios';
import { readSessionLog } from '@/server/store/sessionLog';
import { StoredSessions } from '@/server/store/sessionStore';
import { person } from '@/tests/support/accounts';
import { playSession } from '@/tests/support/classroom';
import { LiveServer } from '@/tests/support/liveServer';
import { packFile } from '@/tests/support/packFiles';
import { recompute, spansOf } from '@/tests/support/recompute';
import { differenceFigures, groupFigures } from '@/tests/support/recomputeClass';
import { type Led, lead } from '@/tests/support/session';

type Line = Record<string, string>;
const people = 8;

/** A class that has played both modes, with a questionnaire that one person has answered. */
async function played(): Promise<{ server: LiveServer; led: Led }> {
  const server = await LiveServer.start();
  await saveScenario(server.db, { scenario: packFile('launch-week-taste'), sha256: 'x', now: 0 });
  const led = await lead(server, {
    scenario: 'launch-week-taste',
    plan: 'orders',
    title: 'CANARY-title',
    after: 'How was it?',
    consent: 'CANARY-consent',
  });
  await playSession(server.db, led.sessionId, people);
  const log = await readSessionLog(server.db, led.sessionId);
  const joined = log.find((e) => e.type === 'participant.joined');
  await new StoredSessions(server.db, () => Promise.reject(new Error('no team'))).append(led.sessionId, [
    {
      type: 'participant.answered',
      actor: 'session',
      data: {
        participantId: joined?.type === 'participant.joined' ? joined.data.participantId : '',
        which: 'after',
        answers: { 'question-1': '=CANARY-answer()' },
      },
      seq: log.length + 1,
      v: 1,
      at: Date.now(),
    },
  ]);
  return { server, led };
}

async function files(server: LiveServer, led: Led, query = ''): Promise<Record<string, string>> {
  const response = await fetch(`${server.base}/api/sessions/${led.sessionId}/export.zip${query}`, {
    headers: { cookie: led.cookie },
  });
  expect(response.status).toBe(200);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
  );
}
const lines = (csv: string | undefined): Line[] =>
  Papa.parse<Line>(csv ?? '', { header: true, skipEmptyLines: true }).data;
const number = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell);

/** The same figures, to six digits; what is null in one is so in the other. */
function near(here: unknown, there: unknown, what: string): void {
  if (typeof here === 'number' && typeof there === 'number')
    expect(Math.abs(here - there), `${what}: ${here}, ${there}`).toBeLessThanOrEqual(
      1e-6 + 1e-6 * Math.abs(there),
    );
  else if (here !== null && there !== null && typeof here === 'object' && typeof there === 'object') {
    expect(Object.keys(here).sort(), what).toEqual(Object.keys(there).sort());
    for (const [key, value] of Object.entries(here))
      near(value, (there as Record<string, unknown>)[key], `${what} ${key}`);
  } else expect(here, what).toBe(there);
}

test('the exported log recomputes every figure of the class debrief, by a script that knows the definitions alone', async () => {
  const { server, led } = await played();
  const all = await files(server, led);
  const events = lines(all['events.csv']);
  const measures = lines(all['measures.csv']);
  const runs = lines(all['runs.csv']);
  expect(measures).toHaveLength(2 * people);
  const again = new Map<string, Record<string, number | null>>();
  for (const own of measures) {
    const log = Papa.unparse(events.filter((e) => e.run === own.run));
    const figures = recompute(log);
    again.set(own.run ?? '', figures);
    for (const name of measureNames) {
      const [here, there] = [number(own[name]), figures[name] ?? null];
      if (here === null || there === null) expect(here, `${own.run} ${name}`).toBe(there);
      else expect(here, `${own.run} ${name}`).toBeCloseTo(there, 6);
    }
  }
  const page = await classDebrief(server.db, led.sessionId, { short: true });
  expect(page?.arms.map((a) => a.whole)).toEqual([people / 2, people / 2]);
  const value = (mode: string, team: string | undefined, name: MeasureName) =>
    again.get(runs.find((r) => r.mode === mode && r.team === team)?.run ?? '')?.[name] ?? null;
  const teams = lines(all['teams.csv']);
  // What nobody had is no result but nothing to measure, except where it was to be reached (X5).
  const toReach: MeasureName[] = ['completionTime', 'firstAnswer', 'latencyQ50'];
  for (const { measure, constructed, groups, pairs, difference } of page?.measures ?? []) {
    const counts = (v: number | null) => v !== null || toReach.includes(measure);
    for (const { mode, values, ...shown } of groups) {
      const found = teams.map(({ team }) => value(mode, team, measure)).filter(counts);
      near(values, found, `${measure} ${mode}`);
      near(shown, groupFigures(found, !constructed), `${measure} ${mode}`);
    }
    const couples = teams
      .map(({ team, arm }) => ({
        mail: value('mail', team, measure),
        call: value('call', team, measure),
        mailFirst: arm === 'mailThenCall',
      }))
      .filter(({ mail, call }) => difference !== null && counts(mail) && counts(call));
    near(pairs, couples, measure);
    if (!difference) continue;
    const { kind, bootstrap, mode, order, ...shown } = difference;
    expect(kind).toBe('paired');
    const { mode: ofMode, order: ofOrder, ...figures } = differenceFigures(couples, !constructed);
    near(shown, figures, measure);
    near([mode?.value ?? null, order?.value ?? null], [ofMode, ofOrder], measure);
    // Resamples are the product's own draws: here it only counts that they are about the same mean, where there is any spread.
    if (shown.t === null) expect(bootstrap, measure).toBeNull();
    if (bootstrap && shown.value !== null) {
      const rounding = 1e-9 * (1 + Math.abs(shown.value));
      expect(bootstrap[0], measure).toBeLessThanOrEqual(shown.value + rounding);
      expect(bootstrap[1], measure).toBeGreaterThanOrEqual(shown.value - rounding);
    }
  }
  for (const { mode, stepMs, inFlight, blocked } of page?.flow ?? []) {
    const own = runs
      .filter((r) => r.mode === mode)
      .map(({ run }) => spansOf(Papa.unparse(events.filter((e) => e.run === run))));
    const going = (spans: [number, number][], t: number) =>
      spans.filter(([from, until]) => from <= t && t < until).length;
    for (const [k, mean] of inFlight.entries()) {
      const [most, on] = [
        own.map((r) => going(r.inFlight, k * stepMs)),
        own.map((r) => going(r.blocked, k * stepMs)),
      ];
      near(mean, most.reduce((a, b) => a + b, 0) / own.length, `in flight ${mode} ${k}`);
      near(blocked[k], on.filter((n) => n > 0).length / own.length, `blocked ${mode} ${k}`);
    }
  }
  expect(page?.flow.map(({ mode, inFlight }) => [mode, inFlight.length > 50])).toEqual([
    ['mail', true],
    ['call', true],
  ]);
  expect(page?.measures.filter((m) => m.difference).length).toBeGreaterThanOrEqual(9);
}, 60_000);

test('every table has exactly the columns that its dictionary explains, and JSON holds the same', async () => {
  const { server, led } = await played();
  const all = await files(server, led);
  const explained = new Map<string, string[]>();
  for (const { file = '', column = '' } of lines(all['dictionary.csv']))
    explained.set(file, [...(explained.get(file) ?? []), column]);
  const tables = Object.keys(all).filter((name) => name.endsWith('.csv') && name !== 'dictionary.csv');
  expect([...explained.keys()].sort()).toEqual([...tables].sort());
  for (const name of tables) {
    const [head = []] = Papa.parse<string[]>(all[name] ?? '').data;
    expect(head, name).toEqual(explained.get(name));
  }
  const json = (await (
    await fetch(`${server.base}/api/sessions/${led.sessionId}/export.json`, {
      headers: { cookie: led.cookie },
    })
  ).json()) as Record<string, unknown[]>;
  for (const name of tables)
    expect(json[name.replace('.csv', '')], name).toHaveLength(lines(all[name]).length);
});

test('text that a spreadsheet would take for a formula is none', async () => {
  const { server, led } = await played();
  const all = await files(server, led);
  expect(lines(all['questionnaires.csv'])[0]?.answer).toBe("'=CANARY-answer()");
});

test('without names nothing tells who it was: no name, no typed word, no id of the server, no time of day', async () => {
  const { server, led } = await played();
  const whole = await files(server, led);
  const all = await files(server, led, '?names=no');
  const text = Object.values(all).join('\n');
  // The words are there to be found.
  expect(Object.values(whole).join('\n')).toContain('CANARY-answer');
  expect(Object.values(whole).join('\n')).toContain('Person 1');
  expect(text).not.toContain('CANARY');
  expect(text).not.toContain('Person ');
  const ids = [
    led.sessionId,
    led.code,
    ...lines(whole['participants.csv']).flatMap((p) => [p.participant, p.team]),
    ...lines(whole['runs.csv']).map((r) => r.run),
  ];
  for (const id of ids) expect(text.includes(id ?? 'missing')).toBe(false);
  for (const event of lines(all['events.csv']).filter((e) => e.actor === 'p1'))
    expect([event.text, event.subject]).toEqual(['', '']);
  expect(lines(all['participants.csv']).every((p) => Math.abs(Number(p.joinedAt)) < 600_000)).toBe(true);
  expect(lines(all['measures.csv']).map(({ run: _, ...rest }) => rest)).toEqual(
    lines(whole['measures.csv']).map(({ run: _, ...rest }) => rest),
  );
});

test('somebody else’s session and none look the same', async () => {
  const { server, led } = await played();
  const other = await person(server, 'other@example.org', 'facilitator');
  const asked = async (id: string, cookie: string) => {
    const response = await fetch(`${server.base}/api/sessions/${id}/export.zip`, { headers: { cookie } });
    return [response.status, await response.text()];
  };
  const none = await asked('AAAAAAAAAAAAAAAA', other.cookie);
  expect(none[0]).toBe(404);
  expect(await asked(led.sessionId, other.cookie)).toEqual(none);
  expect(await asked(led.sessionId, '')).toEqual(none);
});
