import { describe, expect, test } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import { promisesOf } from '@/server/catalog/promises';
import { headerOf } from '@/tests/support/live';
import { Play } from '@/tests/support/play';
import { village, villager } from '@/tests/support/village';

const scenario = village({
  recipients: [
    villager('ada'),
    villager('ben', { tune: { reply: { chance: [0] } } }),
    villager('cleo', { address: 'outdated' }),
  ],
});
const logged = (play: Play): RunEvent[] =>
  play.log.map((e, i) => ({ ...e, seq: i + 1, v: 1, at: e.simMs / 60 }));

describe('a run as promises', () => {
  const play = new Play(scenario);
  play.at(1, 'mail.send', { to: 'ben', subject: 'H', asks: ['harvest'] });
  play.at(2, 'mail.send', { to: 'ada', subject: 'B', asks: ['bridge'] });
  play.at(3, 'mail.send', { to: 'cleo', subject: 'F', asks: ['festival'] });
  play.at(30, 'mail.remind', { mailId: 'm1' });
  play.until(60);
  const view = promisesOf(
    {
      header: headerOf(scenario),
      role: 'played',
      teamId: 'team-000001',
      endedAt: 1,
    } as Parameters<typeof promisesOf>[0],
    logged(play),
  );

  test('a bounce is rejected, an answer fulfilled, silence pending, in the order in which they settled', () => {
    expect(view.rows.map((r) => [r.request, r.how, r.triesMs.length])).toEqual([
      ['festival', 'rejected', 0],
      ['bridge', 'fulfilled', 0],
      ['harvest', 'pending', 1],
    ]);
  });

  test('the program has a function for each request, a reminder as another try, and the end as a deadline', () => {
    expect(view.code).toContain("const m = await mail('ada', 'bridge');");
    expect(view.code).toContain("tries.push(answerTo(remind('ben', 'harvest')));");
    expect(view.code).toContain('return Promise.race([Promise.any(tries), end]);');
    expect(view.code).toContain("start('festival', askFestival());");
  });
});
