import { describe, expect, test } from 'vitest';
import { limits } from '@/core/contract/limits';
import { nextDue } from '@/core/sim/run/due';
import { memberOf } from '@/core/sim/run/member';
import { Play } from '@/tests/support/play';
import { village } from '@/tests/support/village';

const letter = { to: 'ada', subject: 'Bridge', text: 'Hello Ada', asks: ['bridge'] };

describe('A6: undo', () => {
  test('A6: within four minutes an undone mail reached nobody', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.at(4.9, 'mail.undo', { mailId: 'm1' });
    p.until(60);
    expect(p.story('mail.sent', 'mail.undone', 'mail.read', 'mail.received')).toEqual([
      '1 mail.sent',
      '4.9 mail.undone',
    ]);
  });

  test('A6: after four minutes it is too late', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    expect(p.attempt(5, 'mail.undo', { mailId: 'm1' })).toBe('undoTooLate');
  });

  test('A6: nobody reads before the undo window closes', () => {
    const eager = village();
    const ada = eager.personas.prompt;
    if (ada?.mail.profile === 'queue')
      ada.mail.check = { kind: 'notified', delay: { kind: 'constant', value: 0 } };
    const p = new Play(eager);
    p.at(1, 'mail.send', letter);
    p.until(60);
    expect(p.story('mail.read')).toEqual(['5 mail.read']);
  });

  test('A6, R2: an undone asking is not an attempt', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.at(2, 'mail.undo', { mailId: 'm1' });
    p.at(3, 'mail.send', letter);
    expect(p.of('mail.sent')[1]?.data.matched).toMatchObject([{ request: 'bridge', attempt: 1 }]);
  });

  test('undoing twice changes nothing the second time', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.at(2, 'mail.undo', { mailId: 'm1' });
    expect(p.at(2, 'mail.undo', { mailId: 'm1' })).toEqual([]);
  });
});

describe('refusals', () => {
  const refusal = (body: object) => new Play(village()).attempt(1, 'mail.send', { ...letter, ...body });

  test('an empty mail is refused', () => {
    expect(refusal({ text: '  ', asks: [] })).toBe('emptyMail');
  });
  test('unknown recipients, requests, threads and mails are all the same to an asker', () => {
    expect(refusal({ to: 'nobody' })).toBe('unknown');
    expect(refusal({ asks: ['nothing'] })).toBe('unknown');
    expect(refusal({ threadId: 't9' })).toBe('unknown');
    expect(refusal({ inReplyTo: 'm9' })).toBe('unknown');
  });
  test('A4: a detail not learned yet cannot be included', () => {
    expect(refusal({ details: ['colour'] })).toBe('unknownDetail');
  });
  test('a thread belongs to one contact', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    expect(p.attempt(2, 'mail.send', { ...letter, to: 'ben', threadId: 't1' })).toBe('unknown');
  });
  test('a run holds a limited number of mails', () => {
    const p = new Play(village());
    p.state.counters.mail = limits.mailsPerRun;
    expect(p.attempt(1, 'mail.send', letter)).toBe('tooMany');
  });
  test('T9: after the end nothing is sent', () => {
    const p = new Play(village());
    p.at(10, 'run.finish', {});
    expect(p.attempt(11, 'mail.send', letter)).toBe('ended');
    expect(nextDue(p.state)).toBeNull();
  });
  test('a run played by call has no mail to send', () => {
    expect(new Play(village(), 's', { mode: 'call' }).attempt(1, 'mail.send', letter)).toBe('wrongMode');
  });
});

describe('A1: details in words', () => {
  test('A1, A4: a learned fact typed out counts as included', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.until(10);
    p.at(10, 'mail.send', {
      to: 'ben',
      subject: 'Harvest',
      text: 'The colour is Crimson.',
      asks: ['harvest'],
    });
    p.until(60);
    expect(p.of('mail.received').at(-1)?.data.answers).toEqual(['harvest']);
  });
  test('a fact not learned yet does not count, even when guessed', () => {
    const p = new Play(village());
    p.at(10, 'mail.send', { to: 'ben', subject: 'Harvest', text: 'Is it crimson?', asks: ['harvest'] });
    p.until(60);
    expect(p.of('mail.received').at(-1)?.data.kind).toBe('clarify');
  });
});

describe('A7: threads', () => {
  test('A7: a new mail opens a thread, a reply keeps it and its subject', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.until(10);
    p.at(10, 'mail.send', {
      to: 'ada',
      threadId: 't1',
      inReplyTo: 'm2',
      subject: 'Something else',
      text: 'Thanks',
    });
    p.at(11, 'mail.send', letter);
    expect(p.of('mail.sent').map((e) => [e.data.threadId, e.data.subject])).toEqual([
      ['t1', 'Bridge'],
      ['t1', 'Bridge'],
      ['t2', 'Bridge'],
    ]);
  });
});

describe('send later, nudge, end', () => {
  test('send later goes out at its time, and can be cancelled before', () => {
    const p = new Play(village());
    p.at(1, 'mail.sendLater', { ...letter, inMin: 10 });
    p.at(2, 'mail.sendLater', { ...letter, inMin: 10 });
    p.at(3, 'mail.cancelLater', { laterId: 'l2' });
    p.until(60);
    expect(p.story('mail.scheduled', 'mail.unscheduled', 'mail.sent')).toEqual([
      '1 mail.scheduled',
      '2 mail.scheduled',
      '3 mail.unscheduled',
      '11 mail.sent',
    ]);
  });
  test('T9: what was to be sent after the end is dropped', () => {
    const p = new Play(village());
    p.at(50, 'mail.sendLater', { ...letter, inMin: 30 });
    p.until(100);
    expect(p.of('mail.sent')).toEqual([]);
    expect(p.state.notices).toMatchObject([{ kind: 'laterDropped' }]);
  });
  test('a nudge comes when nothing came back, and not when an answer did', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', { ...letter, followUpMin: 6 });
    p.at(2, 'mail.send', { ...letter, to: 'cleo', asks: ['festival'], followUpMin: 20 });
    p.until(60);
    expect(p.story('followup.due', 'mail.received')).toEqual([
      '7 followup.due',
      '9 mail.received',
      '10 mail.received',
    ]);
  });
  test('T9: at the last instant everything due is done first, then the run ends', () => {
    const p = new Play(village());
    p.at(52, 'mail.send', letter);
    p.until(60);
    expect(p.story().slice(-2)).toEqual(['60 mail.received', '60 run.ended']);
  });
  test('T9: Close the day is possible after the last required answer, and credits the rest at the own rate', () => {
    const p = new Play(
      village({
        requests: [
          { id: 'bridge', title: 'B', recipient: 'ada', answer: 'Yes.', phrasings: ['b'], ask: 'b?' },
        ],
      }),
    );
    p.at(1, 'mail.send', letter);
    expect(p.attempt(2, 'run.closeDay', {})).toBe('notPossible');
    for (const at of [10, 20]) {
      const card = memberOf(p.state, 'p1').desk.card;
      p.at(at, 'desk.answer', { cardId: card?.cardId ?? '', choice: card?.right ?? 0 });
    }
    p.at(30, 'run.closeDay', {});
    expect(p.of('run.ended')[0]?.data).toEqual({ reason: 'closedDay', creditedCards: 2 });
  });
});

describe('T8: scenes', () => {
  const scenes = (p: Play) =>
    p.log
      .filter((e) => e.type.startsWith('scene.'))
      .map((e) => `${e.simMs / 60_000} ${e.type} ${Object.values(e.data).join(' ')}`);
  test('T8: writing ends by sending, reading by whatever is done next', () => {
    const p = new Play(village());
    p.at(1, 'scene.open', { scene: 'compose' });
    p.at(2, 'mail.send', letter);
    p.until(10);
    p.at(10, 'mail.open', { mailId: 'm2' });
    p.at(11, 'desk.answer', { cardId: 'c1', choice: 0 });
    expect(scenes(p)).toEqual([
      '1 scene.opened compose',
      '2 scene.closed compose sent',
      '10 scene.opened read m2',
      '11 scene.closed read left',
    ]);
  });
  test('opening an opened mail changes nothing', () => {
    const p = new Play(village());
    p.at(1, 'mail.send', letter);
    p.until(10);
    p.at(10, 'mail.open', { mailId: 'm2' });
    expect(p.at(11, 'mail.open', { mailId: 'm2' })).toEqual([]);
  });
});
