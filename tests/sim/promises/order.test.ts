import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Mode } from '@/core/contract/ids';
import { programOf } from '@/core/sim/promises/program';
import { scriptOf } from '@/core/sim/promises/runtime';
import { blockedSpans, requestStories, type Settled, settledOrder } from '@/core/sim/promises/story';
import { randomRun } from '../../support/randomRun';

const clock = (simMs: number) => `${Math.floor(simMs / 60_000)} min`;

/** Runs a script to its end and returns what it printed, in order. */
function printed(script: string): Promise<Settled[]> {
  const lines: Settled[] = [];
  return new Promise((done) => {
    const print = (request: string, how: Settled['how'], at: number | null) =>
      lines.push({ request, how, at: at === null ? null : Math.round(at * 1_000) });
    runInContext(script, createContext({ print, done: () => done(lines), setTimeout: setImmediate }));
  });
}

/** Those settled at one instant are a set: ordered by name. */
const asSets = (list: readonly Settled[]): Settled[] =>
  [...list].sort(
    (a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE) || a.request.localeCompare(b.request),
  );

async function check(mode: Mode, seed: string, change = (code: string) => code): Promise<boolean> {
  const { log, scenario } = randomRun(mode, seed);
  const stories = requestStories(
    log,
    scenario.requests.map((r) => r.id),
  );
  const program = programOf(log, stories, clock);
  const lines = await printed(scriptOf({ ...program, code: change(program.code) }));
  const expected = settledOrder(stories, blockedSpans(log));
  const inOrder = lines.every(
    (l, i) => i === 0 || (lines[i - 1]?.at ?? Number.MAX_VALUE) <= (l.at ?? Number.MAX_VALUE),
  );
  return inOrder && JSON.stringify(asSets(lines)) === JSON.stringify(asSets(expected));
}

describe('the session as promises', () => {
  for (const mode of ['mail', 'call', 'free'] as const)
    it(`the program of a random ${mode} run prints the order in which the log settled`, async () => {
      const runs = Math.ceil((Number(process.env.PROMISE_RUNS) || 240) / 3);
      const wrong: string[] = [];
      for (let k = 0; k < runs; k++) if (!(await check(mode, `${mode}-${k}`))) wrong.push(`${mode}-${k}`);
      expect(wrong).toEqual([]);
    }, 240_000);

  it('a program whose reminders are left out is caught', async () => {
    const wrong: string[] = [];
    for (let k = 0; k < 30; k++) {
      const without = (code: string) => code.replaceAll(/tries\.push\(.*\);/g, '');
      if (!(await check('mail', `mail-${k}`, without))) wrong.push(String(k));
    }
    expect(wrong.length).toBeGreaterThan(0);
  });
});
