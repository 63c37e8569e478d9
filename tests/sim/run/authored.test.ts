import { expect, test } from 'vitest';
import type { Scenario } from '@/core/contract/scenario';
import { scenarioSchema } from '@/core/contract/scenario';
import { Play } from '@/tests/support/play';
import { village } from '@/tests/support/village';

type Item = { at?: number; on?: Scenario['mail'][number]['on']; delay?: number; gives?: string };
const item = (id: string, more: Item) => ({
  id,
  from: 'cleo',
  subject: id,
  text: 'News from Cleo.',
  ...more,
});
const withMail = (...mail: ReturnType<typeof item>[]) => village({ mail: mail as never });
const arrivals = (p: Play) =>
  p
    .of('mail.received')
    .filter((e) => e.data.kind === 'authored')
    .map((e) => [e.data.authored, e.simMs / 60_000]);
const ask = (p: Play, min: number) =>
  p.at(min, 'mail.send', { to: 'ada', subject: 'B', text: 'Hello', asks: ['bridge'] });

test('P7: an item comes at its time', () => {
  const p = new Play(withMail(item('news', { at: 7 }))).until(60);
  expect(arrivals(p)).toEqual([['news', 7]]);
});

test('P7: an item comes after a request was asked, and after one was answered', () => {
  const p = new Play(
    withMail(
      item('on-ask', { on: { asked: 'bridge' }, delay: 2 }),
      item('on-answer', { on: { answered: 'bridge' }, delay: 1 }),
    ),
  );
  ask(p, 1);
  p.until(60);
  expect(arrivals(p)).toEqual([
    ['on-ask', 3],
    ['on-answer', 10],
  ]);
});

test('P7: not answered after so long, and not when it was answered before', () => {
  const scenario = withMail(
    item('late', { on: { notAnsweredAfter: { request: 'bridge', minutes: 5 } } }),
    item('later', { on: { notAnsweredAfter: { request: 'bridge', minutes: 20 } } }),
  );
  const p = new Play(scenario);
  ask(p, 1);
  p.until(60);
  expect(arrivals(p)).toEqual([['late', 6]]);
});

test('P7: an item comes when so many required requests are solved', () => {
  const p = new Play(withMail(item('half', { on: { solved: 1 } })));
  ask(p, 1);
  p.until(60);
  expect(arrivals(p)).toEqual([['half', 9]]);
});

test('P7: on quiet after 22 minutes without traffic, one after another, at most four', () => {
  const p = new Play(
    village({
      lengthMin: 200,
      mail: ['a', 'b', 'c', 'd', 'e'].map((id) => item(id, { on: { quiet: 22 } })) as never,
    }),
  );
  ask(p, 1);
  p.until(200);
  expect(arrivals(p)).toEqual([
    ['a', 31],
    ['b', 53],
    ['c', 75],
    ['d', 97],
  ]);
});

test('A4: an item can make a fact known', () => {
  const p = new Play(withMail(item('news', { at: 7, gives: 'colour' }))).until(8);
  expect(p.state.facts.get('colour')).toBe(7 * 60_000);
});

test('an item needs either a time or a trigger', () => {
  const [both] =
    scenarioSchema.safeParse({ ...village(), mail: [item('x', { at: 1, on: { solved: 1 } })] }).error
      ?.issues ?? [];
  expect(both?.message).toBe('give either at or on');
});
