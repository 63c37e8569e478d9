import { describe, expect, test } from 'vitest';
import type { Persona } from '@/core/contract/persona';
import { Play } from '@/tests/support/play';
import { prompt, request, village, villager } from '@/tests/support/village';

const persona = (more: Partial<Persona>): Persona => ({ ...prompt, ...more });
const queue = (
  check: Extract<Persona['mail'], { profile: 'queue' }>['check'],
  discipline: 'exhaustive' | 'gated' = 'exhaustive',
) => ({ profile: 'queue', check, discipline, overhead: 1 }) as const;
const reads = (p: Play) => p.of('mail.read').map((e) => [e.data.mailId, e.simMs / 60_000]);
const received = (p: Play) => p.of('mail.received').map((e) => [e.data.kind, e.data.from, e.simMs / 60_000]);
const ask = (p: Play, min: number, to: string, ...asks: string[]) =>
  p.at(min, 'mail.send', { to, subject: 'Hello', text: 'Hello.', asks });

describe('P3: a recipient with a queue', () => {
  test('P3: notified after 5 minutes, reads 1 and handles 2, so the answer comes 8 minutes after sending', () => {
    const p = new Play(village());
    ask(p, 1, 'ada', 'bridge');
    p.until(60);
    expect(reads(p)).toEqual([['m1', 6]]);
    expect(received(p)).toEqual([['answer', 'ada', 9]]);
  });

  test('P3: handles one mail after another, in the order noticed', () => {
    const p = new Play(village({ requests: [request('one', 'ada'), request('two', 'ada')] }));
    ask(p, 1, 'ada', 'one');
    ask(p, 2, 'ada', 'two');
    p.until(60);
    expect(reads(p)).toEqual([
      ['m1', 6],
      ['m2', 9],
    ]);
  });

  const fixed = persona({ mail: queue({ kind: 'fixed', times: ['09:20', '09:40'] }) });
  test('P3: at fixed times everything that lies there is read, and in an exhaustive check also what comes meanwhile', () => {
    const p = new Play(
      village({ personas: { prompt: fixed }, requests: [request('one', 'ada'), request('two', 'ada')] }),
    );
    ask(p, 12, 'ada', 'one');
    ask(p, 21, 'ada', 'two');
    p.until(60);
    expect(reads(p)).toEqual([
      ['m1', 20],
      ['m2', 25],
    ]);
  });

  test('P3: a gated check leaves what comes meanwhile for the next one', () => {
    const gated = persona({ mail: queue({ kind: 'fixed', times: ['09:20', '09:40'] }, 'gated') });
    const p = new Play(
      village({ personas: { prompt: gated }, requests: [request('one', 'ada'), request('two', 'ada')] }),
    );
    ask(p, 12, 'ada', 'one');
    ask(p, 21, 'ada', 'two');
    p.until(60);
    expect(reads(p)).toEqual([
      ['m1', 20],
      ['m2', 40],
    ]);
  });

  test('P3: an interval starts when the last check ended', () => {
    const every20 = persona({ mail: queue({ kind: 'interval', gap: { kind: 'constant', value: 20 } }) });
    const p = new Play(
      village({
        lengthMin: 300,
        personas: { prompt: every20 },
        requests: [request('one', 'ada'), request('two', 'ada')],
      }),
    );
    ask(p, 0, 'ada', 'one');
    p.until(25);
    const [first] = p.of('mail.read');
    const end = (first?.data.handledAt ?? 0) / 60_000;
    ask(p, end + 15, 'ada', 'two');
    p.until(100);
    expect(reads(p)[1]?.[1]).toBeCloseTo(end + 20, 6);
  });

  test('P3: outside working hours nobody reads', () => {
    const late = persona({ calendar: { from: '09:30', to: '17:00', lunch: null, daysOff: [] } });
    const p = new Play(village({ personas: { prompt: late } }));
    ask(p, 1, 'ada', 'bridge');
    p.until(60);
    expect(reads(p)).toEqual([['m1', 30]]);
  });

  test('P1: a recipient two hours ahead has gone home when it is noon there', () => {
    const morning = persona({ calendar: { from: '08:00', to: '11:30', lunch: null, daysOff: [] } });
    const p = new Play(
      village({
        personas: { prompt: morning },
        recipients: [villager('ada', { utcOffsetMin: 120 }), villager('ben')],
        requests: [request('one', 'ada'), request('two', 'ben')],
      }),
    );
    ask(p, 28, 'ada', 'one');
    ask(p, 28, 'ben', 'two');
    p.until(60);
    expect(reads(p)).toEqual([['m2', 33]]);
  });

  test("P10: other people's mail that came before takes its time first", () => {
    const busy = (mailPerHour: number) =>
      persona({
        mail: queue({ kind: 'fixed', times: ['09:30'] }),
        traffic: { mailPerHour, mailMinutes: 1.5 },
      });
    const quiet = new Play(village({ personas: { prompt: busy(0) } }));
    ask(quiet, 29, 'ada', 'bridge');
    quiet.until(60);
    const loaded = new Play(village({ personas: { prompt: busy(20) } }));
    ask(loaded, 29, 'ada', 'bridge');
    loaded.until(60);
    const readAt = (reads(loaded)[0]?.[1] ?? 0) as number;
    expect(reads(quiet)[0]?.[1]).toBe(33);
    expect(readAt).toBeGreaterThan(33);
    expect(((readAt - 30) * 60_000) % 90_000).toBe(0);
  });
});

describe('P2: a sampled recipient', () => {
  test('P2: reads after the drawn delay whatever the hour, and does not queue', () => {
    const sampled = persona({
      mail: { profile: 'sampled', delay: { kind: 'constant', value: 10 }, overhead: 1 },
      calendar: { from: '12:00', to: '13:00', lunch: null, daysOff: [] },
    });
    const p = new Play(
      village({ personas: { prompt: sampled }, requests: [request('one', 'ada'), request('two', 'ada')] }),
    );
    ask(p, 1, 'ada', 'one');
    ask(p, 2, 'ada', 'two');
    p.until(60);
    expect(reads(p)).toEqual([
      ['m1', 11],
      ['m2', 12],
    ]);
    expect(received(p).map((r) => r[2])).toEqual([14, 15]);
  });
});

describe('P4: what a recipient does with a mail', () => {
  test('P4, A4: a missing required detail is asked for, and its answer settles the request', () => {
    const p = new Play(village());
    ask(p, 1, 'ada', 'bridge');
    ask(p, 1, 'ben', 'harvest');
    p.until(20);
    const clarify = p.of('mail.received').find((e) => e.data.kind === 'clarify')?.data;
    expect(clarify).toMatchObject({ from: 'ben', missing: ['colour'], about: ['harvest'], answers: [] });
    p.at(20, 'mail.send', {
      to: 'ben',
      threadId: clarify?.threadId ?? '',
      inReplyTo: clarify?.mailId ?? '',
      details: ['colour'],
    });
    p.until(60);
    expect(received(p).at(-1)).toEqual(['answer', 'ben', 28]);
  });

  test('A1: words that match nothing are asked about, with what this person can help with', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', { to: 'cleo', subject: 'Hm', text: 'Do you own a submarine?' });
    p.until(30);
    expect(p.of('mail.received')[0]?.data).toMatchObject({
      kind: 'clarify',
      helpWith: ['festival'],
      answers: [],
    });
  });

  test("A1: free text is matched against the recipient's requests", () => {
    const p = new Play(village());
    p.at(1, 'mail.send', { to: 'cleo', subject: 'Music', text: 'What about the festival this year?' });
    p.until(30);
    expect(p.of('mail.received')[0]?.data.answers).toEqual(['festival']);
  });

  test('P4: a thank-you in a settled thread is read and left at that', () => {
    const p = new Play(village());
    ask(p, 1, 'cleo', 'festival');
    p.until(10);
    p.at(10, 'mail.send', { to: 'cleo', threadId: 't1', inReplyTo: 'm2', text: 'Wonderful, thanks a lot!' });
    p.until(60);
    expect(p.of('mail.received')).toHaveLength(1);
    expect(reads(p)).toHaveLength(2);
  });

  test('P4, A7: a request for somebody else is forwarded; it goes on as a new thread and stays one request', () => {
    const p = new Play(village());
    ask(p, 1, 'ada', 'festival');
    p.until(60);
    expect(received(p)).toEqual([
      ['forward', 'ada', 7],
      ['answer', 'cleo', 15],
    ]);
    const [forwarded] = p.of('mail.forwarded');
    expect(forwarded?.data).toMatchObject({ to: 'cleo', forwardedFrom: 'm1', asks: ['festival'] });
    expect(p.of('mail.received')[1]?.data).toMatchObject({
      threadId: forwarded?.data.threadId,
      answers: ['festival'],
    });
  });

  test('A2: one mail with several requests gets one reply with what can be answered and one question for the rest', () => {
    const p = new Play(
      village({
        requests: [request('one', 'ada'), request('two', 'ada', { details: ['colour'] })],
        details: [{ id: 'colour', label: 'Colour', text: 'red' }],
      }),
    );
    ask(p, 1, 'ada', 'one', 'two');
    p.until(60);
    expect(p.of('mail.received').map((e) => e.data)).toMatchObject([
      { kind: 'clarify', answers: ['one'], missing: ['colour'], about: ['two'] },
    ]);
  });
});

describe('P4, P6: ignoring and reminding', () => {
  const deaf = persona({ reply: { chance: [0, 1], nagging: { limit: 3, factor: 0.5 }, perWaitingMail: 0 } });

  test('P6: who ignores the first asking may answer the second', () => {
    const p = new Play(village({ personas: { prompt: deaf } }));
    ask(p, 1, 'ada', 'bridge');
    p.until(20);
    expect(received(p)).toEqual([]);
    p.at(20, 'mail.remind', { mailId: 'm1' });
    p.until(60);
    expect(p.of('mail.sent')[1]?.data).toMatchObject({
      kind: 'reminder',
      asks: ['bridge'],
      matched: [{ attempt: 2, how: 'reminder' }],
    });
    expect(received(p)).toEqual([['answer', 'ada', 28]]);
  });

  test('P6: a reminder does not move what is already scheduled', () => {
    const p = new Play(village());
    ask(p, 1, 'ada', 'bridge');
    p.at(5, 'mail.remind', { mailId: 'm1' });
    p.until(60);
    expect(received(p)).toEqual([['answer', 'ada', 9]]);
  });

  test("P6: beyond the persona's limit nagging lowers the chance", () => {
    const always = persona({
      reply: { chance: [0, 0, 0, 1], nagging: { limit: 3, factor: 0 }, perWaitingMail: 0 },
    });
    const p = new Play(village({ personas: { prompt: always } }));
    ask(p, 1, 'ada', 'bridge');
    for (const at of [10, 20, 30]) p.at(at, 'mail.remind', { mailId: 'm1' });
    p.until(60);
    expect(received(p)).toEqual([]);
    expect(p.of('mail.read').at(-1)?.data.decisions).toMatchObject([
      { attempt: 4, chance: 0, verdict: 'ignore' },
    ]);
  });

  test('P4: load lowers the chance where the persona says so', () => {
    const loaded = persona({
      traffic: { mailPerHour: 60, mailMinutes: 0 },
      mail: queue({ kind: 'fixed', times: ['09:30'] }),
      reply: { chance: [0.9], nagging: { limit: 3, factor: 1 }, perWaitingMail: 0.01 },
    });
    const p = new Play(village({ personas: { prompt: loaded } }));
    ask(p, 1, 'ada', 'bridge');
    p.until(60);
    const [read] = p.of('mail.read');
    expect(read?.data.waiting).toBeGreaterThan(5);
    expect(read?.data.decisions[0]?.chance).toBeCloseTo(0.9 * (1 - 0.01 * (read?.data.waiting ?? 0)), 10);
  });
});

describe('P5: absent and gone', () => {
  const away = { deputy: 'ben', text: 'I am away until Monday. Ben can help.' };

  test('P5: an out-of-office notice comes at once and names the deputy, and the mail waits', () => {
    const p = new Play(
      village({ recipients: [villager('ada', { outOfOffice: away }), villager('ben'), villager('cleo')] }),
    );
    ask(p, 1, 'ada', 'bridge');
    p.until(60);
    expect(received(p)).toEqual([['outOfOffice', 'ada', 1]]);
    expect(p.of('mail.received')[0]?.data.deputy).toBe('ben');
    expect(reads(p)).toEqual([]);
  });

  test('P5: the deputy answers for the person who is away', () => {
    const p = new Play(
      village({ recipients: [villager('ada', { outOfOffice: away }), villager('ben'), villager('cleo')] }),
    );
    ask(p, 1, 'ben', 'bridge');
    p.until(60);
    expect(p.of('mail.received')[0]?.data).toMatchObject({ from: 'ben', answers: ['bridge'] });
  });

  test('P5: mail to an outdated address bounces at once and reaches nobody', () => {
    const p = new Play(
      village({ recipients: [villager('ada'), villager('ben'), villager('cleo', { address: 'outdated' })] }),
    );
    ask(p, 1, 'cleo', 'festival');
    p.until(60);
    expect(p.story('mail.sent', 'mail.delivered', 'mail.bounced', 'mail.read')).toEqual([
      '1 mail.sent',
      '1 mail.bounced',
    ]);
  });
});

describe('P4: answering a question', () => {
  test('P4: whoever asked back does not ignore the answer, by chip or by words', () => {
    const fickle = persona({
      reply: { chance: [1, 0], nagging: { limit: 3, factor: 0.5 }, perWaitingMail: 0 },
    });
    for (const asks of [['harvest'], []]) {
      const p = new Play(
        village({
          personas: { prompt: fickle },
          details: [{ id: 'colour', label: 'Colour', text: 'red', known: true }],
        }),
      );
      p.at(1, 'mail.send', { to: 'ben', subject: 'H', text: 'Hello.', asks: ['harvest'] });
      p.until(12);
      p.at(12, 'mail.send', { to: 'ben', threadId: 't1', inReplyTo: 'm2', asks, details: ['colour'] });
      p.until(60);
      expect(p.of('mail.received').at(-1)?.data.answers, asks.join()).toEqual(['harvest']);
    }
  });
});
