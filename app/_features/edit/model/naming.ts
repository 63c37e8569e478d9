import type { Draft } from '@/core/contract/draft';

const longest = 40;

/** An id of lower-case letters, digits and hyphens made from a name, unlike all that are taken. */
export function idFrom(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const base = plain(name) || fallback;
  const stem = /^[a-z]/.test(base) ? base : `${fallback}-${base}`;
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`;
    const id = stem.slice(0, longest - end.length).replace(/-+$/, '') + end;
    if (!taken.has(id)) return id;
  }
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Every id of the draft: draws of chance are keyed by them, so that they differ between kinds too. */
export const takenIds = ({ recipients, requests, mail, details, personas }: Draft): Set<string> =>
  new Set([
    ...[...recipients, ...requests, ...mail, ...details].map(({ id }) => id),
    ...Object.keys(personas),
  ]);

/** The text itself, or the first of “text 2”, “text 3” … that nobody has. */
export function unlike(text: string, taken: readonly string[], most: number): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` ${n}`;
    const made = text.slice(0, most - end.length).trim() + end;
    if (!taken.includes(made)) return made;
  }
}
