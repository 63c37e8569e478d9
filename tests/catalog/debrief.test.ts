import { describe, expect, test } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import { memberOf } from '@/core/sim/run/member';
import { debriefOf } from '@/server/catalog/debrief';
import { headerOf } from '@/tests/support/live';
import { Play } from '@/tests/support/play';
import { village, villager } from '@/tests/support/village';

const scenario = village({
  recipients: [
    villager('ada', { tune: { calendar: { from: '09:30' } } }),
    villager('ben', { tune: { reply: { chance: [0] } } }),
    villager('cleo', { address: 'outdated' }),
  ],
});
const logged = (play: Play): RunEvent[] =>
  play.log.map((e, i) => ({ ...e, seq: i + 1, v: 1, at: e.simMs / 60 }));
const min = 60_000;

function played(): RunEvent[] {
  const play = new Play(scenario);
  play.at(1, 'mail.send', { to: 'ada', subject: 'B', text: 'Hello Ada', asks: ['bridge'] });
  play.at(2, 'mail.send', { to: 'ben', subject: 'H', text: 'Hello Ben', asks: ['harvest'] });
  play.at(3, 'mail.send', { to: 'cleo', subject: 'F', text: 'Hello Cleo', asks: ['festival'] });
  play.at(4, 'desk.answer', { cardId: 'c1', choice: memberOf(play.state, 'p1').desk.card?.right ?? 0 });
  play.until(60);
  return logged(play);
}

describe('the debrief of a run', () => {
  const debrief = debriefOf({ header: headerOf(scenario) }, played(), true);

  test('P9: there is none before the end', () => {
    const play = new Play(scenario).until(10);
    expect(debriefOf({ header: headerOf(scenario) }, logged(play), true)).toBeNull();
  });

  test('requests, flights and measures agree', () => {
    expect(debrief?.requests.map((r) => r.state)).toEqual(['answered', 'asked', 'open']);
    expect(debrief?.flights).toEqual([
      { request: 'bridge', title: 'The bridge', contact: 'ada', from: min, to: 33 * min, end: 'answered' },
      { request: 'harvest', title: 'The harvest', contact: 'ben', from: 2 * min, to: null, end: 'open' },
      {
        request: 'festival',
        title: 'The festival',
        contact: 'cleo',
        from: 3 * min,
        to: 3 * min,
        end: 'rejected',
      },
    ]);
    expect(debrief?.measures).toMatchObject({ solved: 1 / 3, messages: 3, deskDone: 1, deskWhileWaiting: 1 });
  });

  test('P11: the reveal says what kept each of them, when they read and what they decided', () => {
    const [ada, ben, cleo] = debrief?.reveal?.recipients ?? [];
    expect(ada?.busy[0]).toEqual({ from: 0, to: 30 * min, kind: 'off' });
    expect(ada?.mails).toMatchObject([{ readMs: 30 * min, handledMs: 33 * min, verdict: 'answer' }]);
    expect(ben?.mails).toMatchObject([{ verdict: 'ignore', chance: 0, u: expect.any(Number) }]);
    expect(cleo?.mails).toMatchObject([{ verdict: 'bounced', readMs: null }]);
  });
});

const called = village({
  recipients: [
    villager('ada'),
    villager('ben', { tune: { calendar: { from: '09:30' }, call: { voicemail: false } } }),
    villager('cleo', { address: 'outdated' }),
  ],
});
const header = { header: headerOf(called) };

describe('the debrief of a run by call', () => {
  const play = new Play(called, 'seed', { mode: 'call' });
  play.at(1, 'call.dial', { to: 'ben' });
  play.at(2, 'call.dial', { to: 'cleo' });
  play.at(3, 'call.dial', { to: 'ada' });
  play.at(5, 'call.say', { callId: 'k3', asks: ['bridge'] });
  play.at(9, 'call.hangUp', { callId: 'k3' });
  const log = logged(play.until(60));
  const debrief = debriefOf(header, log, true);
  const [ben, cleo, ada] = debrief?.calls ?? [];

  test('C1: every call has its moments, its end, and what was spoken of', () => {
    expect(ben).toMatchObject({
      contact: 'ben',
      from: min,
      connectedMs: null,
      end: 'noAnswer',
      answered: [],
    });
    expect(cleo).toMatchObject({ ringMs: null, end: 'unobtainable' });
    expect(ada).toMatchObject({
      ringMs: 3 * min + 2_000,
      connectedMs: expect.any(Number),
      to: 9 * min,
      end: 'answered',
      asked: ['The bridge'],
      answered: ['The bridge'],
    });
  });

  test('C3, M: the blocked spans add up to the blocked time', () => {
    const spans = debrief?.calls.map((c) => (c.blocked ? c.blocked.to - c.blocked.from : 0)) ?? [];
    expect(spans[2]).toBe(6 * min);
    expect(debrief?.measures.blockedTime).toBe(spans.reduce((a, b) => a + b, 0));
  });

  test('T8: felt time is real time, of the line apart from writing and reading', () => {
    expect(debrief?.felt).toEqual({
      writingMs: 0,
      readingMs: 0,
      talkingMs: Math.round((debrief?.measures.blockedTime ?? 0) / 60),
    });
  });

  test('C2, C5: the reveal says why a call came to nothing, and what one that connected cost', () => {
    const rows = debrief?.reveal?.recipients ?? [];
    expect(rows.map((r) => r.calls[0]?.missed)).toEqual([null, 'engaged', 'unobtainable']);
    const lost = rows[0]?.calls[0]?.lost;
    expect(lost ? lost.to - lost.from : 0).toBe(debrief?.measures.timeLostToOthers);
  });

  test('C9: a call would have found them when they were there and would have picked up', () => {
    const [atDesk, late, outdated] = debrief?.reveal?.recipients ?? [];
    expect(atDesk?.reachable).toEqual([{ from: 0, to: 60 * min }]);
    expect(late?.reachable).toEqual([{ from: 30 * min, to: 60 * min }]);
    expect(outdated?.reachable).toEqual([]);
  });

  test('P9: before the plan has ended there are measures and the public timeline, and nothing private', () => {
    const early = debriefOf(header, log, false);
    expect(early?.reveal).toBeNull();
    expect(early?.measures).toEqual(debrief?.measures);
    expect(JSON.stringify(early)).not.toMatch(/"(doing|lost|chance|u|persona|seed)":/);
  });
});

test('P9: what the words of a mail were taken for is no flight before the plan has ended, and one afterwards', () => {
  const play = new Play(scenario);
  play.at(1, 'mail.send', { to: 'cleo', subject: 'F', text: 'what about the festival', asks: [] });
  play.at(2, 'mail.send', { to: 'ben', subject: 'H', text: 'Hello', asks: ['harvest'] });
  const log = logged(play.until(60));
  const flights = (open: boolean) =>
    debriefOf({ header: headerOf(scenario) }, log, open)?.flights.map((f) => f.request);
  expect(flights(false)).toEqual(['harvest']);
  expect(flights(true)).toEqual(['harvest', 'festival']);
});

describe('P8: the debrief of a team', () => {
  const play = new Play(village(), 'seed', { members: ['p1', 'p2'] });
  play.at(1, 'scene.open', { scene: 'compose' }, 'p1');
  play.at(2, 'scene.open', { scene: 'compose' }, 'p2');
  play.at(5, 'scene.close', { scene: 'compose' }, 'p1');
  play.at(6, 'run.finish', {}, 'p1');
  const header = { ...headerOf(village()), rate: 20 };

  test('shows when each wrote, and what one’s own writing took', () => {
    const of = (me: 'p1' | 'p2') => debriefOf({ header }, logged(play), true, me);
    const minutes = of('p1')?.scenes.map((s) => [s.from / 60_000, s.to / 60_000]);
    expect(minutes).toEqual([
      [1, 5],
      [2, 6],
    ]);
    expect(of('p2')?.scenes).toEqual(of('p1')?.scenes);
    expect(of('p1')?.felt.readingMs).toBe(0);
  });

  test('says which constant rate ran (T8), also where nobody changed it', () => {
    expect(debriefOf({ header }, logged(play), true)?.clock).toEqual({ kind: 'constant', rate: 20 });
    expect(debriefOf({ header: headerOf(village()) }, logged(play), true)?.clock).toEqual({ kind: 'scene' });
  });
});
