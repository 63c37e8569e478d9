import type { Draft } from '@/core/contract/draft';
import type { Request } from '@/core/contract/scenario';
import { stem, topicOf, wordsOf } from '@/core/sim/match/words';

/** Shorter ones are in sentences about anything. */
const shortest = 3;

/** English words of greeting, of agreement and of time that any mail may have in it, besides those that matching passes over itself. */
const anywhere = new Set(
  (
    'afternoon again already also anybody anyone anything ask best better but cheers day days else evening everybody everyone ' +
    'everything fine good got great hope hour hours later let many maybe minute minutes month months more morning much new next nice ' +
    'not now off okay one only out perhaps possible really same say see sorry still sure thing things think time today tomorrow ' +
    'tonight too try two use very way week weeks wish year years yesterday'
  ).split(' '),
);

/**
 * The words of a sentence that could be keywords of a request: those that set it apart. Left out is what any mail may have in it
 * (greetings, days and months, figures, very short words) and what other requests are recognised by.
 */
export function distinguishing(words: readonly string[], draft: Draft, request: Request): string[] {
  const { language } = draft;
  const others = new Set(
    draft.requests
      .filter((r) => r.id !== request.id)
      .flatMap((r) => topicOf([r.title, ...r.keywords, ...r.phrasings].join('\n'), language))
      .map((word) => stem(word, language)),
  );
  const dates = datesIn(language);
  return words.filter(
    (word) =>
      word.length >= shortest &&
      !/^\p{N}+$/u.test(word) &&
      !dates.has(word) &&
      !(language.startsWith('en') && anywhere.has(word)) &&
      !others.has(stem(word, language)),
  );
}

const code = /^[a-z]{2}(-[A-Z]{2})?$/;

/** The names of the days and the months in a language; none where it is not known to the platform. */
function datesIn(language: string): Set<string> {
  // While it is written, it may be no code yet, and the platform throws.
  const supported = code.test(language) ? Intl.DateTimeFormat.supportedLocalesOf(language) : [];
  if (supported.length === 0) return new Set();
  const names = (part: 'weekday' | 'month', dates: number[]) =>
    (['long', 'short'] as const).flatMap((width) => {
      const format = new Intl.DateTimeFormat(supported, { [part]: width, timeZone: 'UTC' });
      return dates.flatMap((date) => wordsOf(format.format(date)));
    });
  const days = Array.from({ length: 7 }, (_, i) => Date.UTC(2024, 0, 1 + i));
  const months = Array.from({ length: 12 }, (_, i) => Date.UTC(2024, i, 1));
  return new Set([...names('weekday', days), ...names('month', months)]);
}
