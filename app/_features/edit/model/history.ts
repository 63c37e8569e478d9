/** States of a document that one can go back to and forward to. Immutable. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** What the newest change was about, and when: changes of one thing in quick succession are one step. */
  tag: string | null;
  at: number;
}

const most = 200;
const togetherMs = 1_200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], tag: null, at: 0 });

/** One more state. `tag` names what was changed; a null tag is always a step of its own. */
export function changed<T>(h: History<T>, next: T, tag: string | null, at: number): History<T> {
  if (next === h.now) return h;
  const together = tag !== null && tag === h.tag && at - h.at < togetherMs;
  const past = together ? h.past : [...h.past, h.now].slice(-most);
  return { past, now: next, future: [], tag, at };
}

export function undone<T>(h: History<T>): History<T> {
  const before = h.past.at(-1);
  if (before === undefined) return h;
  return { past: h.past.slice(0, -1), now: before, future: [h.now, ...h.future], tag: null, at: 0 };
}

export function redone<T>(h: History<T>): History<T> {
  const [next, ...future] = h.future;
  if (next === undefined) return h;
  return { past: [...h.past, h.now], now: next, future, tag: null, at: 0 };
}
