import type { Persona } from '@/core/contract/persona';
import type { Detail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import type { Settings } from '@/core/contract/whatIf';

const meetings = { perSixHours: 1.2, minutes: 30 };
const away = { share: 0.16, minutes: 10 };
const busyShare = 0.02;

/** The share of working time in which somebody is at their desk with a free line: neither met, nor away, nor on the phone. */
const present = (1 - (meetings.perSixHours * meetings.minutes) / 360) * (1 - away.share) * (1 - busyShare);

/**
 * An ordinary colleague: the batcher's figures without lunch and without habits of their own. Pick-up is set so that the
 * given share of first dials connects, being there (`present`) included. Minutes.
 */
function ordinary({ check, connects, interruption }: Settings): Persona {
  return {
    title: 'Ordinary colleague',
    calendar: { from: '09:00', to: '17:00', lunch: null, daysOff: [6, 7] },
    meetings,
    away,
    mail: {
      profile: 'queue',
      check: { kind: 'interval', gap: { kind: 'uniform', low: check * 0.5, high: check * 1.5 } },
      discipline: 'exhaustive',
      overhead: 1,
    },
    reply: { chance: [0.92, 0.96, 0.98], nagging: { limit: 3, factor: 0.85 }, perWaitingMail: 0 },
    handling: { kind: 'lognormal', median: 2.5, sigma: 0.5 },
    traffic: { mailPerHour: 3, mailMinutes: 1.5 },
    call: {
      pickUp: Math.min(1, connects / present),
      busyShare,
      ring: { kind: 'exponential', mean: 0.1112, shift: 0.0333, atMost: 0.5 },
      opening: { kind: 'lognormal', median: 0.6, sigma: 0.4 },
      talkExtra: 0.6,
      detail: 0.35,
      voicemail: true,
      callBack: { missed: 0.3, voicemail: 0.65 },
      lookAndCallBack: { chance: 0.08, delay: { kind: 'lognormal', median: 12, sigma: 0.5 } },
      lost:
        interruption > 0
          ? { kind: 'lognormal', median: interruption, sigma: 0.8 }
          : { kind: 'constant', value: 0 },
      lines: 1,
      whenBusy: 'busy',
    },
  };
}

/**
 * N ordinary colleagues with one request each (balance.md section 8). With a depth over 1 the requests stand in chains of
 * that many, each needing the answer of the one before it. Nobody reads its words.
 */
export function colleaguesScenario(settings: Settings): Scenario {
  const numbers = Array.from({ length: settings.requests }, (_, i) => i + 1);
  const leads = (i: number) => i % settings.depth !== 0 && i < settings.requests;
  return {
    schema: 1,
    slug: 'colleagues',
    title: 'Ordinary colleagues',
    language: 'en',
    version: 1,
    license: 'CC0-1.0',
    summary: 'As many colleagues as requests.',
    start: '2026-03-02T09:00',
    utcOffsetMin: 0,
    lengthMin: Math.round(settings.length),
    playMin: 5,
    brief: { you: 'You ask.', story: 'Every answer is with somebody else.', goal: 'Have them all.' },
    personas: { ordinary: ordinary(settings) },
    details: numbers.filter(leads).map(fact),
    recipients: numbers.map(colleague),
    requests: numbers.map((i) => request(i, (i - 1) % settings.depth !== 0, leads(i))),
    mail: [],
    desk: {
      title: 'Sums',
      intro: 'Add them up.',
      cards: [{ kind: 'sum', prompt: 'Add', unit: '', items: ['paper', 'pens', 'cups'], low: 1, high: 9 }],
    },
    teaching: { shape: 'free', note: 'Made from settings.' },
  };
}

const fact = (i: number): Detail => ({
  id: `fact-${i}`,
  label: `Fact ${i}`,
  text: `Fact ${i}`,
  known: false,
});

const colleague = (i: number): Recipient => ({
  id: `colleague-${i}`,
  name: `Colleague ${i}`,
  role: 'Colleague',
  about: 'Ordinary.',
  persona: 'ordinary',
  utcOffsetMin: 0,
  address: 'valid',
  voice: { clarify: 'Which one?', unmatched: 'What do you need?', forward: 'Not mine.' },
});

const request = (i: number, needs: boolean, leads: boolean): Request => ({
  id: `request-${i}`,
  title: `Request ${i}`,
  recipient: `colleague-${i}`,
  answer: `It is done, and the number of it is ${i}.`,
  details: needs ? [`fact-${i - 1}`] : [],
  hidden: [],
  ...(leads && { gives: `fact-${i}` }),
  required: true,
  weight: 1,
  phrasings: [`about request ${i}`],
  keywords: [],
  ask: `Can you tell me about request ${i}?`,
});
