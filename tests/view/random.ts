import type { WorldCommand } from '@/core/contract/command';
import { memberOf } from '@/core/sim/run/member';
import type { RunState } from '@/core/sim/run/state';

/** A small seeded generator for tests; quality does not matter, repeatability does (mulberry32). */
export function generator(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Something a person might do next; often sensible, sometimes not. */
export function anyCommand(state: RunState, random: () => number): WorldCommand {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const mails = [...state.mails.values()];
  const mine = one(mails.filter((m) => m.from === 'me'))?.mailId ?? 'm1';
  const theirs = one(mails.filter((m) => m.from === 'them'));
  const to = one([...state.people.keys()]) ?? 'ada';
  const asks = random() < 0.7 ? [one([...state.requests.keys()]) ?? 'bridge'] : [];
  const details = random() < 0.4 ? [...state.facts.keys()].slice(0, 2) : [];
  const text = one(['Hello', '', 'what about the festival', 'It is crimson.', 'Thanks!']) ?? '';
  const letter = { to, subject: 'S', text, asks, details };
  const reply = theirs && {
    ...letter,
    to: theirs.contact,
    threadId: theirs.threadId,
    inReplyTo: theirs.mailId,
  };
  const choices: WorldCommand[] = [
    { name: 'mail.send', body: letter },
    { name: 'mail.send', body: { ...letter, followUpMin: 8 } },
    { name: 'mail.send', body: reply ?? letter },
    { name: 'mail.sendLater', body: { ...letter, inMin: 1 + Math.floor(random() * 30) } },
    { name: 'mail.cancelLater', body: { laterId: one([...state.later.keys()]) ?? 'l1' } },
    { name: 'mail.undo', body: { mailId: mine } },
    { name: 'mail.remind', body: { mailId: mine, text: '' } },
    { name: 'mail.open', body: { mailId: theirs?.mailId ?? 'm1' } },
    { name: 'scene.open', body: { scene: 'compose' } },
    { name: 'scene.close', body: { scene: 'compose' } },
    {
      name: 'desk.answer',
      body: { cardId: memberOf(state, 'p1').desk.card?.cardId ?? 'c1', choice: Math.floor(random() * 3) },
    },
    ...(random() < 0.02 ? [{ name: 'run.finish' as const, body: {} }] : []),
  ];
  return one(choices) ?? { name: 'run.closeDay', body: {} };
}
