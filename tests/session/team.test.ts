import { expect, it } from 'vitest';
import type { RunControl } from '@/core/contract/runControl';
import { LoadedRun } from '@/server/session/loadedRun';
import { headerOf, Live } from '../support/live';

import { village } from '../support/village';

const rate = 20;
const shared = () => new Live({ mode: 'free', rule: { kind: 'constant', rate } });
const started = async () => {
  const live = shared();
  await live.runner.join(live.runId, 'p1');
  await live.runner.join(live.runId, 'p2');
  const start = { name: 'control.start', body: { members: ['p1', 'p2'] } } satisfies RunControl;
  await live.runner.control(live.runId, start, 'start-000001');
  return live;
};
const named = (n: number) => `command-p2-${n}`.padEnd(14, 'x');
const kinds = (frames: readonly { changes: { type: string }[] }[]) =>
  frames.flatMap((f) => f.changes.map((c) => c.type));

it('P8: each member is shown their own desk and every mail, in a dense sequence of their own', async () => {
  const live = await started();
  await live.send('desk.answer', { cardId: 'c1', choice: 0 });
  await live.send('desk.answer', { cardId: 'c2', choice: 0 });
  await live.send('mail.send', { to: 'ada', text: 'Hello' });
  const theirs = live.others.get('p2') ?? [];
  expect(kinds(theirs)).toEqual(['desk', 'clock', 'mail', 'mailState']);
  expect(theirs.map((f) => f.n)).toEqual([1, 2, 3, 4]);
  expect(live.frames.map((f) => f.n)).toEqual(live.frames.map((_, i) => i + 1));
});

it('P8: a run read anew from its log counts for each member as before', async () => {
  const live = await started();
  await live.send('call.dial', { to: 'ada' });
  await live.pass(20_000);
  await live.send('call.say', { callId: 'k1', text: 'Hello' });
  await live.send('mail.send', { to: 'ben', text: 'Hello' }, named(1), 'p2');
  await live.pass(5_000);
  const again = new LoadedRun(headerOf(village(), live.runId, { mode: 'free' }));
  for (const event of await live.log()) again.take(event);
  expect(again.shownTo('p1')).toBe(live.frames.length);
  expect(again.shownTo('p2')).toBe(live.others.get('p2')?.length);
  expect(again.shownTo('p2')).toBeLessThan(again.shownTo('p1'));
});

it('P8: a reply names the place in the view of whoever asked, and a resume fills their own gap', async () => {
  const live = await started();
  await live.send('desk.answer', { cardId: 'c1', choice: 0 });
  const reply = await live.send('mail.send', { to: 'ada', text: 'Hello' }, named(1), 'p2');
  expect(reply).toMatchObject({ ok: true, n: 4 });
  const resumed = await live.runner.resume(live.runId, { epoch: 0, n: 2 }, 'p2');
  expect(resumed && 'frames' in resumed && kinds(resumed.frames)).toEqual(['mail', 'mailState']);
});

it('P8: drafts are their author’s alone', async () => {
  const live = await started();
  const draft = { conversation: 'ada', subject: '', text: 'From me', asks: [], details: [], rev: 0 };
  await live.send('draft.save', draft, named(1), 'p2');
  const drafts = async (member: 'p1' | 'p2') => {
    const resumed = await live.runner.resume(live.runId, null, member);
    return resumed && 'drafts' in resumed ? resumed.drafts.map((d) => d.text) : null;
  };
  expect(await drafts('p1')).toEqual([]);
  expect(await drafts('p2')).toEqual(['From me']);
});

it('P8: whoever comes while it goes on has a desk, after a restart as well', async () => {
  const live = await started();
  await live.pass(2_000);
  await live.runner.join(live.runId, 'p3');
  expect(await live.story('member.joined')).toHaveLength(1);
  const card = async (on: Live) => {
    const resumed = await on.runner.resume(on.runId, null, 'p3');
    return resumed && 'snapshot' in resumed ? resumed.snapshot.view.desk.card?.cardId : null;
  };
  expect(await card(live)).toBe('c1p3');
  const after = live.restarted(live.wall.now());
  await after.runner.join(after.runId, 'p3');
  expect(await card(after)).toBe('c1p3');
  expect(await after.story('member.joined')).toHaveLength(1);
});

it('P8: the same command id of two members means two commands', async () => {
  const live = await started();
  const id = named(7);
  await live.send('mail.send', { to: 'ada', text: 'One' }, id, 'p1');
  await live.send('mail.send', { to: 'ada', text: 'Two' }, id, 'p2');
  expect(await live.story('mail.sent')).toHaveLength(2);
});
