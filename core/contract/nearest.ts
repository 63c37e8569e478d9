/** Which of `names` was probably meant by a word that is none of them; null where nothing is near. */
export function nearest(word: string, names: Iterable<string>): string | null {
  const given = plain(word);
  let best: { name: string; far: number } | null = null;
  for (const name of names) {
    const far = distance(given, plain(name));
    if (far <= tolerated(given) && (best === null || far < best.far)) best = { name, far };
  }
  return best?.name ?? null;
}

/** As people write names: whatever the case, with or without a mark between the words. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Two letters in five may be wrong, or the end may be left out. */
const tolerated = (word: string): number => Math.max(1, Math.floor(word.length * 0.4));

const distance = (word: string, name: string): number =>
  Math.min(
    changes(word, name),
    changes(word, name.slice(0, word.length)) + 1,
    beginsAlike(word, name) ? tolerated(word) : Number.POSITIVE_INFINITY,
  );

/** `phrases` and `phrasings`: the same word with another ending. */
function beginsAlike(word: string, name: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === name[same]) same++;
  return same >= 4 && same * 3 >= word.length * 2;
}

/** Letters to add, leave out, change, or swap with the next. */
function changes(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, k) => k)];
  const at = (i: number, k: number): number => rows[i]?.[k] ?? i + k;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1;
      const swapped = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
      const plainly = Math.min(at(i - 1, k) + 1, at(i, k - 1) + 1, at(i - 1, k - 1) + same);
      row.push(swapped ? Math.min(plainly, at(i - 2, k - 2) + 1) : plainly);
    }
  }
  return at(a.length, b.length);
}
