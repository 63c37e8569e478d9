import { expect, test } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import { type PolicyName, policyNames } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { playInto, type Replication, replicate, replicationSeed } from '@/core/replication/replicate';
import { canonicalLog, logSha256 } from '@/core/sim/canonical';
import { askedRequests, inFlight } from '@/core/sim/measures/asked';
import { apply } from '@/core/sim/run/apply';
import { newRun } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { viewOf } from '@/core/view/viewOf';
import { missions, packFile } from '@/tests/support/packFiles';

const play = (policy: PolicyName, scenario: Scenario, k: number): Replication =>
  replicate({
    scenario,
    policy,
    mode: policies[policy].modes[0],
    habits: habitsFor(scenario),
    seed: replicationSeed('policies', k),
  });

const taste = packFile('launch-week-taste');
const fanOut = packFile('supply-shortage');

test('R1: the same seed gives the same log twice, another seed another, for every policy', () => {
  for (const policy of policyNames) {
    const first = logSha256(play(policy, taste, 1).log);
    expect(logSha256(play(policy, taste, 1).log)).toBe(first);
    expect(logSha256(play(policy, taste, 2).log)).not.toBe(first);
  }
});

test('T3: the log of a replication replays to the same public story', () => {
  for (const policy of policyNames) {
    const mode = policies[policy].modes[0];
    const seed = replicationSeed('policies', 3);
    const { log } = play(policy, taste, 3);
    const state = newRun(createWorld({ scenario: taste, mode, seed, receipts: true, runIndex: 0 }));
    for (const event of JSON.parse(JSON.stringify(log)) as typeof log) apply(state, event);
    expect(viewOf(state).ended).not.toBeNull();
    const required = viewOf(state).mission.filter((m) => m.required);
    const answered = required.filter((m) => m.state === 'answered');
    expect(answered.length / required.length).toBe(play(policy, taste, 3).measures.solved);
  }
});

test('B1: the serial caller sends no mail, has one line at a time, and works at the desk between calls', () => {
  let cards = 0;
  for (let k = 0; k < 10; k++) {
    const { log, measures } = play('serial-caller', taste, k);
    expect(log.filter((e) => e.type === 'mail.sent')).toEqual([]);
    expect(log.some((e) => e.type === 'call.dialed')).toBe(true);
    cards += measures.deskDone ?? 0;
    let open = 0;
    for (const e of log) {
      if (e.type === 'call.dialed') open++;
      expect(open).toBeLessThanOrEqual(1);
      if (e.type === 'call.ended' && open > 0) open--;
    }
  }
  expect(cards).toBeGreaterThan(10);
});

test('B2: the one-at-a-time mailer never has two requests in flight and hardly a card while one is; the parallel mailer does both', () => {
  for (let k = 0; k < 10; k++) {
    const alone = play('one-at-a-time-mailer', fanOut, k);
    expect(alone.measures.inFlightMax).toBe(1);
    // A question that nobody can answer yet is not waited for.
    expect(alone.measures.deskWhileWaiting).toBeLessThanOrEqual(2);
    const parallel = play('parallel-mailer', fanOut, k);
    expect(parallel.measures.inFlightMax).toBeGreaterThan(1);
    expect(parallel.measures.deskWhileWaiting).toBeGreaterThan(2);
  }
});

test('B3, B4: mailers ring nobody, and the hybrid rings only about what it has mailed before', () => {
  let rung = 0;
  for (let k = 0; k < 10; k++) {
    expect(play('parallel-mailer', fanOut, k).log.some((e) => e.type.startsWith('call.'))).toBe(false);
    const { log } = play('hybrid', fanOut, k);
    const mailed = new Set<string>();
    for (const e of log) {
      if (e.type === 'mail.sent') mailed.add(e.data.to);
      if (e.type !== 'call.dialed') continue;
      rung++;
      expect(mailed.has(e.data.to)).toBe(true);
    }
    const flights = inFlight(
      askedRequests(
        log,
        fanOut.requests.map((r) => r.id),
      ),
      fanOut.lengthMin * 60_000,
    );
    expect(flights.length).toBeGreaterThan(0);
  }
  expect(rung).toBeGreaterThan(0);
});

/** The log as the participant could tell it: their own commands and what they see, without private fields. */
const own = (log: Replication['log']): string[] =>
  log
    .filter((e) => e.actor === 'p1')
    .map(
      (e) => `${e.simMs} ${e.type} ${'to' in e.data ? e.data.to : ''} ${'asks' in e.data ? e.data.asks : ''}`,
    );

test('B: a policy sees only the view: private facts change nothing before they show', () => {
  let differed = 0;
  for (const [policy, hidden] of [
    ['parallel-mailer', (s: Scenario) => ({ ...s, recipients: s.recipients.map(slower) })],
    ['one-at-a-time-mailer', (s: Scenario) => ({ ...s, recipients: s.recipients.map(slower) })],
    ['serial-caller', (s: Scenario) => ({ ...s, recipients: s.recipients.map(quieter) })],
  ] as const) {
    for (let k = 0; k < 5; k++) {
      const as = play(policy, fanOut, k).log;
      const other = play(policy, hidden(fanOut), k).log;
      const visible = (log: typeof as) =>
        log.filter((e) => e.type !== 'mail.read' && e.type !== 'call.dialed');
      const a = visible(as);
      const b = visible(other);
      const until = a.findIndex((e, i) => canonicalLog([e]) !== canonicalLog(b[i] ? [b[i]] : []));
      if (until < 0) continue;
      differed++;
      const at = Math.min(a[until]?.simMs ?? 0, b[until]?.simMs ?? 0);
      const before = (line: string) => Number(line.split(' ')[0]) < at;
      expect(own(as).filter(before)).toEqual(own(other).filter(before));
      // The first thing that differs is the world's doing, not the policy's.
      expect([a[until]?.actor, b[until]?.actor].some((actor) => actor !== 'p1')).toBe(true);
    }
  }
  expect(differed).toBeGreaterThan(5);
});

type Recipient = Scenario['recipients'][number];
const slower = (r: Recipient): Recipient => ({
  ...r,
  tune: { ...r.tune, handling: { kind: 'constant', value: 9 }, reply: { chance: [0.2, 0.9] } },
});
const quieter = (r: Recipient): Recipient => ({ ...r, tune: { ...r.tune, call: { pickUp: 0.02 } } });

test('B: every policy plays every mission to its end', { timeout: 60_000 }, () => {
  for (const slug of missions)
    for (const policy of policyNames) {
      const scenario = packFile(slug);
      const { log, realMs } = play(policy, scenario, 7);
      expect(log.at(-1)).toMatchObject({ type: 'run.ended', simMs: scenario.lengthMin * 60_000 });
      expect(realMs).toBeGreaterThan(scenario.lengthMin * 900);
    }
});

test('T3: events given to a sink are those of the log, and whoever drops them keeps nothing', () => {
  const trial = {
    scenario: taste,
    policy: 'parallel-mailer',
    mode: 'mail',
    habits: habitsFor(taste),
    seed: replicationSeed('sink', 1),
  } as const;
  const { log, realMs } = replicate(trial);
  const given: NewEvent[] = [];
  expect(playInto((event) => given.push(event), trial)).toEqual({ realMs });
  expect(given).toEqual(log);
  expect(playInto(() => undefined, trial)).toEqual({ realMs });
});
