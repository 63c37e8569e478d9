import type { z } from 'zod';
import type { Persona } from '@/core/contract/persona';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { prompt, type RequestInput, request, village, villager } from './village';

/** Numbers from 0 to 1, the same again for the same seed. */
export type Chance = () => number;

const pick = <T>(u: Chance, ...of: readonly [T, ...T[]]): T => of[Math.floor(u() * of.length)] ?? of[0];
const whole = (u: Chance, low: number, high: number): number => low + Math.floor(u() * (high - low + 1));

/** People of every kind: prompt and slow, on the phone all day, away, with one line or three. */
function randomPersona(u: Chance): Persona {
  const lognormal = (median: number) => ({ kind: 'lognormal', median, sigma: 0.2 + u() }) as const;
  return {
    ...prompt,
    calendar: {
      ...prompt.calendar,
      lunch: u() < 0.3 ? { earliest: '09:20', latest: '09:40', minutes: 15 } : null,
    },
    meetings: { perSixHours: pick(u, 0, 0, 3, 9), minutes: pick(u, 10, 30) },
    away: { share: pick(u, 0, 0.2, 0.5), minutes: 8 },
    mail:
      u() < 0.3
        ? { profile: 'sampled', delay: lognormal(4 + u() * 20), overhead: u() * 3 }
        : {
            profile: 'queue',
            check:
              u() < 0.5
                ? { kind: 'notified', delay: lognormal(3) }
                : { kind: 'interval', gap: { kind: 'exponential', mean: 4 + u() * 20 } },
            discipline: pick(u, 'exhaustive', 'gated'),
            overhead: u() * 3,
          },
    reply: { chance: [0.3 + u() * 0.7, 0.9], nagging: { limit: 2, factor: 0.5 }, perWaitingMail: u() * 0.2 },
    handling: lognormal(0.5 + u() * 4),
    traffic: { mailPerHour: pick(u, 0, 4, 12), mailMinutes: 1.5 },
    call: {
      ...prompt.call,
      pickUp: pick(u, 0, 0.3, 0.7, 1),
      busyShare: pick(u, 0, 0.2, 0.6),
      ring: { kind: 'constant', value: u() * 0.4 },
      voicemail: u() < 0.5,
      callBack: { missed: pick(u, 0, 0.5, 1), voicemail: pick(u, 0, 1) },
      lookAndCallBack: { chance: pick(u, 0, 0, 0.6), delay: { kind: 'constant', value: 2 + u() * 6 } },
      lost: lognormal(1),
      lines: pick(u, 1, 1, 2, 3),
      whenBusy: pick(u, 'busy', 'hold'),
    },
  };
}

/** A request that may need what an earlier one gives. */
function randomRequest(u: Chance, i: number, people: readonly string[]): RequestInput {
  const earlier = i > 0 && u() < 0.5 ? [`d${whole(u, 0, i - 1)}`] : [];
  return request(`r${i}`, people[whole(u, 0, people.length - 1)] ?? 'a0', {
    gives: `d${i}`,
    details: u() < 0.2 ? [...earlier, 'plain'] : earlier,
    required: u() < 0.8,
  });
}

/** A scenario that parses: two to five people, up to eight requests with prerequisites, mail and calls of their own. */
export function randomScenario(u: Chance): Scenario {
  const people = Array.from({ length: whole(u, 2, 5) }, (_, i) => `a${i}`);
  const count = whole(u, 1, 8);
  const personas = Object.fromEntries(people.map((id) => [`p-${id}`, randomPersona(u)]));
  const requests = Array.from({ length: count }, (_, i) => randomRequest(u, i, people));
  const base: z.input<typeof scenarioSchema> = village();
  return scenarioSchema.parse({
    ...base,
    slug: 'random-world',
    lengthMin: whole(u, 30, 180),
    personas,
    details: [
      { id: 'plain', label: 'Plain', text: 'known to everybody', known: true },
      ...Array.from({ length: count }, (_, i) => ({ id: `d${i}`, label: `Detail ${i}`, text: `fact ${i}` })),
    ],
    recipients: people.map((id, i) =>
      villager(id, {
        persona: `p-${id}`,
        address: u() < 0.08 ? 'outdated' : 'valid',
        utcOffsetMin: pick(u, 0, 0, 60),
        ...(u() < 0.1 && {
          outOfOffice: { deputy: people[(i + 1) % people.length] ?? 'a0', text: 'I am away.' },
        }),
      }),
    ),
    requests,
    mail: people.slice(0, 3).map((from, i) => ({
      id: `m${i}`,
      from,
      subject: 'By the way',
      text: 'Something happened.',
      ...(u() < 0.5 ? { at: u() * 30 } : { on: pick(u, { asked: 'r0' }, { quiet: 3 }, { solved: 1 }) }),
      asCall: i < 2 && u() < 0.6,
    })),
  });
}
