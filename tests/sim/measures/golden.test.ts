import { expect, test } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import { measuresOf } from '@/core/sim/measures/measure';

const min = (m: number) => m * 60_000;
const requests = ['a', 'b', 'c'].map((id) => ({ id, required: true }));

const sent = (at: number, request: string, words: number, n: number): NewEvent => ({
  type: 'mail.sent',
  simMs: min(at),
  actor: 'p1',
  data: {
    mailId: `m${n}`,
    threadId: `t${n}`,
    to: 'maya',
    kind: 'new',
    subject: 's',
    text: null,
    words,
    asks: [request],
    details: [],
    undoUntil: min(at + 4),
    matched: [{ request, how: 'chip', attempt: 1 }],
    matchedDetails: [],
  },
});
const answer = (at: number, request: string, n: number, to: number): NewEvent => ({
  type: 'mail.received',
  simMs: min(at),
  actor: 'r:maya',
  data: {
    mailId: `m${n}`,
    threadId: `t${to}`,
    from: 'maya',
    kind: 'answer',
    subject: 's',
    text: 'x',
    words: 1,
    inReplyTo: `m${to}`,
    answers: [request],
    facts: [],
    missing: [],
    about: [],
    helpWith: [],
  },
});
const opened = (at: number, n: number): NewEvent => ({
  type: 'mail.opened',
  simMs: min(at),
  actor: 'p1',
  data: { mailId: `m${n}` },
});
const card = (at: number, n: number): NewEvent => ({
  type: 'desk.done',
  simMs: min(at),
  actor: 'p1',
  data: { cardId: `c${n}`, choice: 0, correct: true },
});
const ended = (at: number): NewEvent => ({
  type: 'run.ended',
  simMs: min(at),
  actor: 'world',
  data: { reason: 'length' },
});

const mailRun = [
  sent(1, 'a', 12, 1),
  sent(2, 'b', 9, 2),
  sent(3, 'c', 20, 3),
  card(4, 1),
  card(6, 2),
  card(8, 3),
  answer(10, 'b', 4, 2),
  opened(11, 4),
  card(12, 4),
  answer(20, 'a', 5, 1),
  opened(20.5, 5),
  card(21, 5),
  ended(30),
];
const measure = (log: NewEvent[]) => measuresOf(log, { requests: requests as never });

test('M: the golden mail run gives the figures worked out by hand', () => {
  expect(measure(mailRun)).toMatchObject({
    solved: 2 / 3,
    firstAnswer: min(10),
    completionTime: null,
    blockedTime: 0,
    inFlightMax: 3,
    inFlightMean: 1.8,
    outOfOrder: 1,
    replyRate: 2 / 3,
    latencyQ50: min(19),
    latencyQ90: null,
    deskDone: 5,
    deskWhileWaiting: 5,
    messages: 3,
    words: 41,
    resumptionLag: min(0.5),
    attemptsPerContact: null,
    equality: null,
  });
});

test('M: pairs that are equal in either moment are left out of out of order', () => {
  const log = [
    sent(1, 'a', 1, 1),
    sent(2, 'b', 1, 2),
    answer(10, 'a', 4, 1),
    answer(10, 'b', 5, 2),
    ended(30),
  ];
  expect(measure(log).outOfOrder).toBeNull();
});

test('A6, M: an undone mail was no message and asked nothing', () => {
  const log: NewEvent[] = [
    sent(1, 'a', 12, 1),
    { type: 'mail.undone', simMs: min(2), actor: 'p1', data: { mailId: 'm1' } },
    ended(30),
  ];
  expect(measure(log)).toMatchObject({ messages: 0, words: 0, replyRate: null, inFlightMax: null });
});

test('A3, M: a bounced request is rejected, so it is not in flight to the end', () => {
  const log: NewEvent[] = [
    sent(1, 'a', 12, 1),
    { type: 'mail.bounced', simMs: min(1), actor: 'world', data: { mailId: 'm1' } },
    ended(30),
  ];
  expect(measure(log)).toMatchObject({ inFlightMean: 0, replyRate: 0 });
});

test('M: person time is writing, reading, idle waiting and what the recipients worked, desk work not counted', () => {
  const scene = (at: number, type: 'scene.opened' | 'scene.closed'): NewEvent =>
    type === 'scene.opened'
      ? { type, simMs: min(at), actor: 'p1', data: { scene: 'compose' } }
      : { type, simMs: min(at), actor: 'p1', data: { scene: 'compose', reason: 'sent' } };
  const log: NewEvent[] = [
    scene(0, 'scene.opened'),
    scene(1, 'scene.closed'),
    sent(1, 'a', 3, 1),
    card(4, 1),
    {
      type: 'mail.read',
      simMs: min(6),
      actor: 'r:maya',
      data: {
        mailId: 'm1',
        by: 'maya',
        decisions: [],
        unmatched: false,
        serviceMs: min(3),
        handledAt: min(10),
        waiting: 0,
      },
    },
    answer(10, 'a', 2, 1),
    ended(30),
  ];
  // Writing 1; in flight from 1 to 10, of which 1 to 4 went into the card: idle 6; handling 3.
  expect(measure(log).personTime).toBe(min(10));
});
