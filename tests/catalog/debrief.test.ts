import { describe, expect, test } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
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
  play.at(4, 'desk.answer', { cardId: 'c1', choice: play.state.desk.card?.right ?? 0 });
  play.until(60);
  return logged(play);
}

describe('the debrief of a run', () => {
  const debrief = debriefOf({ header: headerOf(scenario) }, played());

  test('P9: there is none before the end', () => {
    const play = new Play(scenario).until(10);
    expect(debriefOf({ header: headerOf(scenario) }, logged(play))).toBeNull();
  });

  test('requests, flights and measures agree', () => {
    expect(debrief?.requests.map((r) => r.state)).toEqual(['answered', 'asked', 'open']);
    expect(debrief?.flights).toEqual([
      { request: 'bridge', title: 'The bridge', contact: 'ada', from: min, to: 33 * min },
      { request: 'harvest', title: 'The harvest', contact: 'ben', from: 2 * min, to: null },
      { request: 'festival', title: 'The festival', contact: 'cleo', from: 3 * min, to: 3 * min },
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
