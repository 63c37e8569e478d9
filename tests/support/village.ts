import type { z } from 'zod';
import type { Persona } from '@/core/contract/persona';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';

/** Always there, always free, checks at once, always answers after exactly two minutes: a person tests can count with. */
export const prompt: Persona = {
  title: 'Prompt',
  calendar: { from: '00:00', to: '23:59', lunch: null, daysOff: [] },
  meetings: { perSixHours: 0, minutes: 30 },
  away: { share: 0, minutes: 10 },
  mail: {
    profile: 'queue',
    check: { kind: 'notified', delay: { kind: 'constant', value: 5 } },
    discipline: 'exhaustive',
    overhead: 1,
  },
  reply: { chance: [1], nagging: { limit: 3, factor: 0.5 }, perWaitingMail: 0 },
  handling: { kind: 'constant', value: 2 },
  traffic: { mailPerHour: 0, mailMinutes: 1.5 },
  call: {
    pickUp: 1,
    busyShare: 0,
    ring: { kind: 'constant', value: 0.1 },
    opening: { kind: 'constant', value: 0.5 },
    talkExtra: 0.6,
    detail: 0.35,
    voicemail: true,
    callBack: { missed: 0, voicemail: 0 },
    lookAndCallBack: { chance: 0, delay: { kind: 'constant', value: 12 } },
    lost: { kind: 'constant', value: 2 },
    lines: 1,
    whenBusy: 'busy',
  },
};

type Input = z.input<typeof scenarioSchema>;
export type RecipientInput = Input['recipients'][number];
export type RequestInput = Input['requests'][number];

export const villager = (id: string, more: Partial<RecipientInput> = {}): RecipientInput => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  role: 'Villager',
  about: 'Lives here.',
  persona: 'prompt',
  voice: {
    clarify: 'Which one do you mean?',
    unmatched: 'Sorry, what do you need?',
    forward: 'That is not mine, I passed it on.',
  },
  ...more,
});

export const request = (id: string, recipient: string, more: Partial<RequestInput> = {}): RequestInput => ({
  id,
  title: `The ${id}`,
  recipient,
  answer: `The ${id} is ready.`,
  phrasings: [`what about the ${id}`],
  ask: `Can you tell me about the ${id}?`,
  ...more,
});

/** A small scenario that parses: three people, three requests, an hour. Parts are replaced by `more`. */
export function village(more: Partial<Input> = {}): Scenario {
  return scenarioSchema.parse({
    schema: 1,
    slug: 'village',
    title: 'Village',
    language: 'en',
    version: 1,
    license: 'CC0-1.0',
    summary: 'A village for tests.',
    start: '2026-03-02T09:00',
    lengthMin: 60,
    playMin: 1,
    brief: { you: 'You are the clerk.', story: 'Things must be known.', goal: 'Know them.' },
    personas: { prompt },
    details: [{ id: 'colour', label: 'Colour', text: 'crimson' }],
    recipients: [villager('ada'), villager('ben'), villager('cleo')],
    requests: [
      request('bridge', 'ada', { gives: 'colour' }),
      request('harvest', 'ben', { details: ['colour'] }),
      request('festival', 'cleo', { keywords: ['music'] }),
    ],
    desk: {
      title: 'Letters',
      intro: 'Sort the letters.',
      cards: [
        {
          kind: 'sum',
          prompt: 'What is the total?',
          unit: 'p',
          items: ['Stamp', 'Card', 'Box'],
          low: 10,
          high: 90,
        },
        { kind: 'match', prompt: 'Which code is the same?', pattern: 'AB-####' },
        {
          kind: 'sort',
          prompt: 'Where does it go?',
          buckets: ['North', 'South'],
          items: ['One', 'Two', 'Three', 'Four'].map((text, i) => ({ text, bucket: i % 2 })),
        },
      ],
    },
    teaching: { shape: 'free', note: 'For tests only.' },
    ...more,
  });
}
