import { describe, expect, it } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { replicate } from '@/core/replication/replicate';
import { pickUpDraw } from '@/core/sim/call/presence';
import { seedOf } from '@/core/sim/chance/draw';
import { allPacks, packFile } from '../../support/packFiles';

const seeds = Array.from({ length: 100 }, (_, i) => `same-${i}`);
const players: Record<Mode, PolicyName> = { mail: 'parallel-mailer', call: 'serial-caller', free: 'hybrid' };

/** Every latent draw that a played run used, by what it is keyed by. */
function drawsOf(log: readonly NewEvent[]): Map<string, number> {
  const draws = new Map<string, number>();
  const set = (key: string, u: number | undefined) => u !== undefined && draws.set(key, u);
  for (const event of log) {
    if (event.type === 'mail.read')
      for (const d of event.data.decisions) {
        set(`handling ${d.request}`, d.handling?.u);
        set(`handling ms ${d.request}`, d.handling?.ms);
        set(`decision ${d.request} ${d.attempt}`, d.u);
      }
    if (event.type === 'call.spoke' && event.data.request !== undefined) {
      set(`handling ${event.data.request}`, event.data.handling?.u);
      set(`handling ms ${event.data.request}`, event.data.handling?.ms);
    }
    if (event.type !== 'call.dialed') continue;
    set(`pick-up ${event.data.to} ${event.data.slot}`, event.data.u);
    set(`ring ${event.data.to} ${event.data.slot}`, event.data.ringMs);
  }
  return draws;
}

const played = (scenario: Scenario, mode: Mode, seed: string): Map<string, number> =>
  drawsOf(replicate({ scenario, policy: players[mode], mode, habits: habitsFor(scenario), seed }).log);

interface Comparison {
  compared: Map<string, number>;
  different: string[];
}

function compare(a: Map<string, number>, b: Map<string, number>, into: Comparison): void {
  for (const [key, u] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    const kind = key.split(' ')[0] ?? '';
    into.compared.set(kind, (into.compared.get(kind) ?? 0) + 1);
    if (other !== u) into.different.push(key);
  }
}

describe('the same people have the same luck in either mode', () => {
  it.each(allPacks().map((s) => [s.slug, s] as const))(
    'R2, C8: 100 seeds of %s, read from what was played by mail, by call and both',
    (_, scenario) => {
      const found: Comparison = { compared: new Map(), different: [] };
      let slots = 0;
      for (const seed of seeds) {
        const [mail, call, free] = (['mail', 'call', 'free'] as const).map((m) => played(scenario, m, seed));
        if (!mail || !call || !free) throw new Error('no runs');
        compare(mail, call, found);
        compare(mail, free, found);
        compare(call, free, found);
        for (const [key, u] of call) {
          const [kind, person = '', slot = ''] = key.split(' ');
          if (kind !== 'pick-up') continue;
          slots++;
          // What the reveal of a mail run says about the same slot (C9).
          if (pickUpDraw(seedOf(seed), person, Number(slot)) !== u) found.different.push(key);
        }
      }
      expect(found.different).toEqual([]);
      expect(found.compared.get('handling')).toBeGreaterThan(100);
      expect(slots).toBeGreaterThan(100);
    },
    120_000,
  );

  it('another seed, or one draw that depends on the mode, would be noticed', () => {
    const scenario = packFile('launch-week');
    const mail = played(scenario, 'mail', 'same-1');
    const found: Comparison = { compared: new Map(), different: [] };
    compare(mail, played(scenario, 'call', 'same-2'), found);
    expect(found.different.length).toBeGreaterThan(0);
    const key = [...mail.keys()].find((k) => k.startsWith('handling ')) ?? '';
    const bent: Comparison = { compared: new Map(), different: [] };
    compare(mail, new Map([[key, (mail.get(key) ?? 0) + 2 ** -53]]), bent);
    expect(bent.different).toEqual([key]);
  });
});
