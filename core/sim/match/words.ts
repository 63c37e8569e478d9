import { stemmer } from '@orama/stemmers/english';

/** Words that carry no topic, by language. Matching works without a list, only less sharply. */
const stopWords: Record<string, ReadonlySet<string>> = {
  en: new Set(
    (
      'a about after all also am an and any are as at be been before but by can could ' +
      'dear did do does dr for from get give greetings had has have hello hey hi how i if in into is it its just know ' +
      'let like madam me might morning mr mrs ms my need of on or our please prof professor quick quickly regards send ' +
      'sincerely sir so some soon tell than thank thanks that the their them then there they this to up us want was we ' +
      'were what when where whether which who will with would yes you your'
    ).split(' '),
  ),
};

/** Lower-case words of letters and digits, in order; a code such as PO-4417 also counts by its parts. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What inflected forms of a word have in common; null for a word without topic. English alone has forms and such words listed. */
export function stem(word: string, language: string): string | null {
  const base = language.slice(0, 2);
  if (stopWords[base]?.has(word)) return null;
  return base === 'en' ? stemmer(word) : word;
}

/** The words of a text that say what it is about, each form of a word once. */
export function topicOf(text: string, language: string): string[] {
  const byStem = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const form = stem(word, language);
    if (form !== null && !byStem.has(form)) byStem.set(form, word);
  }
  return [...byStem.values()];
}
