import { describe, expect, it } from 'vitest';
import type { Persona } from '@/core/contract/persona';
import { delaysOf, shareWithin } from '@/core/sim/scenario/delays';
import { defaultPersonas } from '@/core/sim/scenario/personas';

const scenario = { start: '2026-03-04T09:00', utcOffsetMin: 0, lengthMin: 240 };
const persona = (change: Partial<Persona>): Persona => {
  const base = defaultPersonas.batcher;
  if (!base) throw new Error('no batcher');
  return { ...base, ...change };
};
const middle = (list: readonly number[]) => list[Math.floor(list.length / 2)] ?? Number.NaN;

describe('how long a mail to somebody waits', () => {
  it('P2: a sampled delay is what it says, and the reply comes after overhead and handling', () => {
    const { read, reply } = delaysOf(
      scenario,
      persona({
        mail: { profile: 'sampled', delay: { kind: 'constant', value: 30 }, overhead: 1 },
        handling: { kind: 'constant', value: 4 },
        reply: { chance: [1], nagging: { limit: 3, factor: 1 }, perWaitingMail: 0 },
      }),
      0,
      40,
    );
    expect(new Set(read)).toEqual(new Set([30]));
    expect(reply).toHaveLength(40);
    for (const minutes of reply) expect(minutes).toBeCloseTo(35, 9);
  });

  it('P3: looking twice as seldom makes mail wait about twice as long', () => {
    const every = (gap: number) =>
      middle(
        delaysOf(
          scenario,
          persona({
            meetings: { perSixHours: 0, minutes: 30 },
            away: { share: 0, minutes: 10 },
            traffic: { mailPerHour: 0, mailMinutes: 0 },
            mail: {
              profile: 'queue',
              check: { kind: 'interval', gap: { kind: 'constant', value: gap } },
              discipline: 'exhaustive',
              overhead: 1,
            },
          }),
          0,
          400,
        ).read,
      );
    expect(every(60) / every(30)).toBeGreaterThan(1.6);
    expect(every(60) / every(30)).toBeLessThan(2.5);
  });

  it('P4: only the share that is answered at all gets a reply', () => {
    const chance = (p: number) =>
      delaysOf(
        scenario,
        persona({ reply: { chance: [p], nagging: { limit: 3, factor: 1 }, perWaitingMail: 0 } }),
        0,
        400,
      );
    expect(chance(0).reply).toEqual([]);
    expect(chance(0.5).reply.length / 400).toBeGreaterThan(0.4);
    expect(chance(0.5).reply.length / 400).toBeLessThan(0.6);
  });

  it('P1: somebody far away is asleep, and mail waits for their morning', () => {
    const here = middle(delaysOf(scenario, persona({}), 0, 100).read);
    const far = middle(delaysOf(scenario, persona({}), -480, 100).read);
    expect(far).toBeGreaterThan(here + 300);
  });

  it('shares are of all mails, read or not', () => {
    expect(shareWithin([1, 2, 30], 6, 2)).toBeCloseTo(1 / 3, 12);
  });
});
