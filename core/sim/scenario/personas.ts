import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';

/** Numbers of the eight default personas, in simulated minutes; most are assumptions, marked so in docs/simulation-model.md. */
interface Figures {
  title: string;
  from?: string;
  lunch?: false;
  meetings: [perSixHours: number, minutes: number];
  away: [share: number, minutes: number];
  check: number | 'notified';
  mailPerHour: number;
  chance: [number, number, number];
  handling: number;
  pickUp: number;
  busyShare: number;
  callBack: [missed: number, voicemail: number];
  look: number;
  lost: number;
}

const lognormal = (median: number, sigma: number): Distribution => ({ kind: 'lognormal', median, sigma });

function persona(f: Figures): Persona {
  return {
    title: f.title,
    calendar: {
      from: f.from ?? '09:00',
      to: '17:00',
      lunch: f.lunch === false ? null : { earliest: '12:00', latest: '13:15', minutes: 30 },
      daysOff: [6, 7],
    },
    meetings: { perSixHours: f.meetings[0], minutes: f.meetings[1] },
    away: { share: f.away[0], minutes: f.away[1] },
    mail: {
      profile: 'queue',
      check:
        f.check === 'notified'
          ? { kind: 'notified', delay: lognormal(1.7, 0.7) }
          : { kind: 'interval', gap: { kind: 'uniform', low: f.check * 0.5, high: f.check * 1.5 } },
      discipline: 'exhaustive',
      overhead: 1,
    },
    reply: { chance: f.chance, nagging: { limit: 3, factor: 0.85 }, perWaitingMail: 0 },
    handling: lognormal(f.handling, 0.5),
    traffic: { mailPerHour: f.mailPerHour, mailMinutes: 1.5 },
    call: {
      pickUp: f.pickUp,
      busyShare: f.busyShare,
      ring: { kind: 'exponential', mean: 0.1112, shift: 0.0333, atMost: 0.5 },
      opening: lognormal(0.6, 0.4),
      talkExtra: 0.6,
      detail: 0.35,
      voicemail: true,
      callBack: { missed: f.callBack[0], voicemail: f.callBack[1] },
      lookAndCallBack: { chance: f.look, delay: lognormal(12, 0.5) },
      lost: lognormal(f.lost, 0.8),
      lines: 1,
      whenBusy: 'busy',
    },
  };
}

/** Personas a scenario can name without describing them. */
export const defaultPersonas: Readonly<Record<string, Persona>> = {
  'quick-notifier': persona({
    title: 'Quick notifier',
    meetings: [1, 30],
    away: [0.16, 10],
    check: 'notified',
    mailPerHour: 2,
    chance: [0.94, 0.97, 0.98],
    handling: 2.5,
    pickUp: 0.92,
    busyShare: 0.03,
    callBack: [0.35, 0.7],
    look: 0.08,
    lost: 2,
  }),
  batcher: persona({
    title: 'Batcher',
    meetings: [1.5, 42],
    away: [0.16, 10],
    check: 45,
    mailPerHour: 3,
    chance: [0.92, 0.96, 0.98],
    handling: 2.5,
    pickUp: 0.85,
    busyShare: 0.02,
    callBack: [0.25, 0.6],
    look: 0.1,
    lost: 3,
  }),
  'overloaded-manager': persona({
    title: 'Overloaded manager',
    meetings: [3, 42],
    away: [0.16, 10],
    check: 20,
    mailPerHour: 8,
    chance: [0.6, 0.85, 0.92],
    handling: 2.7,
    pickUp: 0.7,
    busyShare: 0.05,
    callBack: [0.2, 0.45],
    look: 0.15,
    lost: 4,
  }),
  'part-timer': persona({
    title: 'Part-timer in another time zone',
    from: '10:00',
    lunch: false,
    meetings: [0.5, 30],
    away: [0.16, 10],
    check: 12,
    mailPerHour: 2,
    chance: [0.92, 0.96, 0.98],
    handling: 2.5,
    pickUp: 0.85,
    busyShare: 0.02,
    callBack: [0.3, 0.7],
    look: 0.08,
    lost: 2.5,
  }),
  'out-of-office': persona({
    title: 'Out of office',
    lunch: false,
    meetings: [0, 30],
    away: [0, 10],
    check: 60,
    mailPerHour: 0,
    chance: [0, 0, 0],
    handling: 2.5,
    pickUp: 0,
    busyShare: 0,
    callBack: [0, 0],
    look: 0,
    lost: 2,
  }),
  'never-unless-reminded': persona({
    title: 'Never unless reminded',
    meetings: [1, 30],
    away: [0.18, 10],
    check: 12,
    mailPerHour: 3,
    chance: [0.06, 0.92, 0.95],
    handling: 2.5,
    pickUp: 0.8,
    busyShare: 0.03,
    callBack: [0.1, 0.25],
    look: 0.08,
    lost: 2.5,
  }),
  'phone-person': persona({
    title: 'Phone person',
    meetings: [0.5, 30],
    away: [0.08, 8],
    check: 40,
    mailPerHour: 3,
    chance: [0.8, 0.9, 0.95],
    handling: 2.3,
    pickUp: 0.97,
    busyShare: 0.12,
    callBack: [0.5, 0.85],
    look: 0.05,
    lost: 2,
  }),
  'focus-specialist': persona({
    title: 'Focus specialist',
    meetings: [1, 30],
    away: [0.14, 10],
    check: 16,
    mailPerHour: 1,
    chance: [0.97, 0.98, 0.99],
    handling: 2.7,
    pickUp: 0.35,
    busyShare: 0.01,
    callBack: [0.15, 0.6],
    look: 0.1,
    lost: 6,
  }),
};
