import { expect, test } from 'vitest';
import type { EventData, NewEvent } from '@/core/contract/event';
import { measuresOf } from '@/core/sim/measures/measure';

const min = (m: number) => Math.round(m * 60_000);
const requests = ['a', 'b', 'c'].map((id) => ({ id, required: true }));
const measure = (log: NewEvent[]) => measuresOf(log, { requests: requests as never });

const event = <T extends NewEvent['type']>(
  type: T,
  at: number,
  data: object,
  actor: NewEvent['actor'] = 'p1',
): NewEvent => ({ type, simMs: min(at), actor, data }) as NewEvent;

const dial = (at: number, callId: string, to: string): NewEvent =>
  event('call.dialed', at, {
    callId,
    to,
    slot: 0,
    doing: 'free',
    u: 0.5,
    chance: 0.5,
    ringMs: 2_000,
    outcome: 'pickUp',
    outcomeAt: min(at),
  } satisfies EventData<'call.dialed'>);
const connects = (at: number, callId: string, contact: string, lost = 0): NewEvent =>
  event('call.connected', at, {
    callId,
    contact,
    openingMs: 0,
    doing: lost > 0 ? 'focused' : 'free',
    interrupted: lost > 0,
    lostMs: min(lost),
  } satisfies EventData<'call.connected'>);
const hears = (at: number, callId: string, request: string): NewEvent =>
  event('call.heard', at, {
    callId,
    kind: 'answer',
    answers: [request],
    facts: [],
    missing: [],
    about: [],
    helpWith: [],
  } satisfies EventData<'call.heard'>);
const ends = (at: number, callId: string, reason: EventData<'call.ended'>['reason']): NewEvent =>
  event('call.ended', at, { callId, reason });
const card = (at: number, n: number): NewEvent =>
  event('desk.done', at, { cardId: `c${n}`, choice: 0, correct: true });
const over = (at: number): NewEvent => event('run.ended', at, { reason: 'length' }, 'world');

const callRun: NewEvent[] = [
  dial(1, 'k1', 'maya'),
  ends(1.5, 'k1', 'noAnswer'),
  card(2, 1),
  dial(3, 'k2', 'maya'),
  connects(3.25, 'k2', 'maya'),
  hears(7.25, 'k2', 'a'),
  ends(7.5, 'k2', 'answered'),
  card(8, 2),
  dial(9, 'k3', 'ben'),
  ends(9.1, 'k3', 'busy'),
  card(10, 3),
  dial(12, 'k4', 'ben'),
  connects(12.2, 'k4', 'ben', 5),
  hears(15.2, 'k4', 'b'),
  ends(15.2, 'k4', 'answered'),
  card(16, 4),
  dial(18, 'k5', 'cleo'),
  connects(18.1, 'k5', 'cleo'),
  hears(20.1, 'k5', 'c'),
  ends(20.1, 'k5', 'answered'),
  over(30),
];

test('M: the golden call run gives the figures worked out by hand', () => {
  expect(measure(callRun)).toMatchObject({
    solved: 1,
    firstAnswer: min(7.25),
    completionTime: min(20.1),
    blockedTime: min(0.5 + 4.5 + 0.1 + 3.2 + 2.1),
    attemptsPerContact: 5 / 3,
    interruptionsCaused: 1,
    timeLostToOthers: min(5),
    interruptionsSuffered: 0,
    deskDone: 4,
    deskWhileWaiting: 0,
    // 0.5, 0.5, 0.9 and 0.8 minutes, and none after the last call; of two in the middle the lower one.
    resumptionLag: min(0.5),
    messages: 0,
    inFlightMax: null,
    inFlightMean: null,
    replyRate: null,
    latencyQ50: null,
    latencyQ90: null,
    outOfOrder: null,
  });
});

const freeRun: NewEvent[] = [
  event('mail.sent', 1, {
    mailId: 'm1',
    threadId: 't1',
    to: 'maya',
    kind: 'new',
    subject: 's',
    text: null,
    words: 5,
    asks: ['a'],
    details: [],
    undoUntil: min(5),
    matched: [{ request: 'a', how: 'chip', attempt: 1 }],
    matchedDetails: [],
  } satisfies EventData<'mail.sent'>),
  dial(4, 'k1', 'maya'),
  connects(4.2, 'k1', 'maya'),
  hears(5, 'k1', 'a'),
  ends(5.1, 'k1', 'answered'),
  event(
    'mail.received',
    9,
    {
      mailId: 'm2',
      threadId: 't1',
      from: 'maya',
      kind: 'answer',
      subject: 's',
      text: 'x',
      words: 1,
      inReplyTo: 'm1',
      answers: ['a'],
      facts: [],
      missing: [],
      about: [],
      helpWith: [],
    } satisfies EventData<'mail.received'>,
    'r:maya',
  ),
  over(30),
];

test('A3, M: in the golden free run the call settles what a mail had asked, and the late reply does not count', () => {
  expect(measure(freeRun)).toMatchObject({
    solved: 1 / 3,
    firstAnswer: min(5),
    latencyQ50: min(4),
    replyRate: 1,
    inFlightMean: 4 / 30,
    blockedTime: min(1.1),
    messages: 1,
  });
  const withoutCall = freeRun.filter((e) => !e.type.startsWith('call.'));
  expect(measure(withoutCall)).toMatchObject({ firstAnswer: min(9), latencyQ50: min(8), blockedTime: 0 });
});
