import { expect, test } from 'vitest';
import { personaSchema } from '@/core/contract/persona';
import { sampleMs } from '@/core/sim/chance/distribution';
import { personaOf } from '@/core/sim/scenario/personaOf';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { prompt, village, villager } from '@/tests/support/village';

/** Meetings per 6 h and length, away share and length, mean check gap, mail per hour, p(reply), handling, pick-up, busy, call-backs, look, lost. */
const table = {
  'quick-notifier': [1, 30, 0.16, 10, 'notified', 2, 0.94, 0.97, 0.98, 2.5, 0.92, 0.03, 0.35, 0.7, 0.08, 2],
  batcher: [1.5, 42, 0.16, 10, 45, 3, 0.92, 0.96, 0.98, 2.5, 0.85, 0.02, 0.25, 0.6, 0.1, 3],
  'overloaded-manager': [3, 42, 0.16, 10, 20, 8, 0.6, 0.85, 0.92, 2.7, 0.7, 0.05, 0.2, 0.45, 0.15, 4],
  'part-timer': [0.5, 30, 0.16, 10, 12, 2, 0.92, 0.96, 0.98, 2.5, 0.85, 0.02, 0.3, 0.7, 0.08, 2.5],
  'never-unless-reminded': [1, 30, 0.18, 10, 12, 3, 0.06, 0.92, 0.95, 2.5, 0.8, 0.03, 0.1, 0.25, 0.08, 2.5],
  'phone-person': [0.5, 30, 0.08, 8, 40, 3, 0.8, 0.9, 0.95, 2.3, 0.97, 0.12, 0.5, 0.85, 0.05, 2],
  'focus-specialist': [1, 30, 0.14, 10, 16, 1, 0.97, 0.98, 0.99, 2.7, 0.35, 0.01, 0.15, 0.6, 0.1, 6],
};

const figures = (id: string) => {
  const { meetings, away, mail, traffic, reply, handling, call } = defaultPersonas[id] ?? prompt;
  const gap = mail.profile === 'queue' && mail.check.kind === 'interval' ? mail.check.gap : null;
  const mean = gap?.kind === 'uniform' ? (gap.low + gap.high) / 2 : 'notified';
  const median = (d: typeof handling) => (d.kind === 'lognormal' ? d.median : Number.NaN);
  const back = call.callBack;
  const chances = [call.pickUp, call.busyShare, back.missed, back.voicemail, call.lookAndCallBack.chance];
  const times = [meetings.perSixHours, meetings.minutes, away.share, away.minutes];
  return [
    ...times,
    mean,
    traffic.mailPerHour,
    ...reply.chance,
    median(handling),
    ...chances,
    median(call.lost),
  ];
};

test.each(Object.entries(table))('the %s has the figures of the table', (id, expected) => {
  expect(figures(id)).toEqual(expected);
});

test('there are eight personas, and each fits the schema', () => {
  const wrong = Object.values(defaultPersonas).filter((p) => !personaSchema.safeParse(p).success);
  expect([Object.keys(defaultPersonas).length, wrong]).toEqual([8, []]);
});

test('who checks at intervals waits between half and one and a half of the mean', () => {
  const mail = defaultPersonas.batcher?.mail;
  expect(mail).toMatchObject({ check: { gap: { kind: 'uniform', low: 22.5, high: 67.5 } }, overhead: 1 });
});

test('C2: a ring lasts 2 seconds and 6.67 more on average, at most 30', () => {
  const ring = defaultPersonas.batcher?.call.ring ?? prompt.call.ring;
  const seconds = Array.from({ length: 4_000 }, (_, n) => sampleMs(ring, (n + 0.5) / 4_000) / 1_000);
  expect(Math.min(...seconds)).toBeCloseTo(2, 1);
  expect(Math.max(...seconds)).toBeLessThanOrEqual(30);
  // By hand: an exponential of mean m cut off at c has the mean m - c e^(-c/m) / (1 - e^(-c/m)); m = 6.67, c = 28.
  expect(seconds.reduce((sum, s) => sum + s, 0) / seconds.length).toBeCloseTo(2 + 6.67 - 0.427, 1);
});

test('a tune replaces single figures and leaves the rest of the persona as it is', () => {
  const base = defaultPersonas['phone-person'] ?? prompt;
  const tune = { call: { pickUp: 0.7 }, reply: { chance: [0.5] } };
  const tuned = personaOf(village(), { ...recipient(), tune });
  expect(tuned).toEqual({
    ...base,
    call: { ...base.call, pickUp: 0.7 },
    reply: { ...base.reply, chance: [0.5] },
  });
  expect(personaOf(village(), recipient())).toEqual(base);
});

test('a persona of the scenario comes before a default one of the same name', () => {
  const scenario = village({ personas: { prompt, 'phone-person': prompt } });
  expect(personaOf(scenario, recipient())).toEqual(prompt);
});

function recipient() {
  const [ada] = village({
    recipients: ['ada', 'ben', 'cleo'].map((id) => villager(id, { persona: 'phone-person' })),
  }).recipients;
  if (!ada) throw new Error('the village has nobody');
  return ada;
}
