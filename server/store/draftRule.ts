import type { Draft } from '@/core/contract/wire';

/**
 * Last writer wins. `saved.rev` is the revision the edit was made on; where another one is stored, its text is kept in
 * `other`. Saving what is stored already changes nothing, so a repeat is harmless. Emptying a draft (it was sent or
 * thrown away) also drops `other`.
 */
export function settleDraft(stored: Draft | null, saved: Omit<Draft, 'other'>): Draft {
  if (!stored) return { ...saved, rev: 1, other: null };
  if (sameText(stored, saved)) return stored;
  const next = { ...saved, rev: stored.rev + 1 };
  if (saved.rev === stored.rev) return { ...next, other: isEmpty(saved) ? null : stored.other };
  return { ...next, other: stored.text === '' || stored.text === saved.text ? stored.other : stored.text };
}

const isEmpty = (d: Omit<Draft, 'other'>): boolean =>
  d.subject === '' && d.text === '' && d.asks.length === 0 && d.details.length === 0;

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

const sameText = (a: Omit<Draft, 'other'>, b: Omit<Draft, 'other'>): boolean =>
  a.subject === b.subject && a.text === b.text && sameList(a.asks, b.asks) && sameList(a.details, b.details);
