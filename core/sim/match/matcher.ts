import MiniSearch, { type SearchResult } from 'minisearch';
import type { Recipient, Request, Scenario } from '@/core/contract/scenario';
import { ln } from '../chance/maths';
import { stem, topicOf, wordsOf } from './words';

/** A request that a text seems to ask about; `score` is comparable with `threshold` only. */
export interface Match {
  request: string;
  score: number;
}

/** A word of a text that says what it is about, and whether a request knows it, or one nearly like it. */
export interface TopicWord {
  word: string;
  known: boolean;
}

/**
 * Below it a text counts as asking for nothing (A1). BM25 has no fixed scale: the score is divided by the number of topic words,
 * and the value stands between the two labelled lists of tests/sim/match.
 */
export const threshold = 1.9;

/** How much BM25 makes of a word that one of so many requests has. */
const rarity = (requests: number): number => ln(1 + (requests - 0.5) / 1.5);
/** From here on the threshold fits as it is. */
const enough = 8;
/**
 * Among few requests no word is rare, so BM25 gives the same words little: one way to ask would then hardly ever be recognised. What
 * it takes away there is given back.
 */
const evened = (requests: number): number => Math.max(1, rarity(enough) / rarity(requests));

export interface Matcher {
  /** The best match among the requests allowed, or null below the threshold. */
  best(text: string, allowed: (requestId: string) => boolean): Match | null;
  /** The topic words of a text, against what one request is recognised by. */
  topic(text: string, requestId: string): TopicWord[];
}

const built = new WeakMap<Scenario, Matcher>();

/** The scenario's matcher, built once per document. */
export function matcherOf(scenario: Scenario): Matcher {
  const known = built.get(scenario);
  if (known) return known;
  const made = buildMatcher(scenario);
  built.set(scenario, made);
  return made;
}

/** What words to somebody are taken for: a request of theirs, else one of anybody's (A1). */
export const takenFor = (
  matcher: Matcher,
  text: string,
  mine: (requestId: string) => boolean,
): Match | null => matcher.best(text, mine) ?? matcher.best(text, (id) => !mine(id));

/** The words of people's names, which address somebody and say nothing about what is wanted. */
const nameWords = (recipients: readonly Pick<Recipient, 'name'>[], language: string): Set<string> =>
  new Set(recipients.flatMap(({ name }) => wordsOf(name).map((word) => stem(word, language) ?? word)));

/** Whatever the order and form of its words: what a text is about, as one text. */
const aboutOf = (text: string, language: string): string =>
  topicOf(text, language)
    .map((word) => stem(word, language))
    .sort()
    .join(' ');

/** What each request can be asked by in its own words, where those say what it is about. */
function ownWords(requests: readonly Request[], language: string): Map<string, Set<string>> {
  const own = new Map<string, Set<string>>();
  for (const { id, title, ask, phrasings } of requests)
    for (const text of [title, ask, ...phrasings]) {
      const about = aboutOf(text, language);
      if (about !== '') own.set(about, (own.get(about) ?? new Set()).add(id));
    }
  return own;
}

type Index = MiniSearch<{ id: string; title: string; phrasings: string; keywords: string }>;

function indexOf(requests: readonly Request[], language: string): Index {
  const index: Index = new MiniSearch({
    fields: ['title', 'phrasings', 'keywords'],
    tokenize: wordsOf,
    processTerm: (term) => stem(term, language),
    searchOptions: {
      boost: { title: 2, keywords: 2 },
      prefix: (term) => term.length > 4,
      // Letters that may be wrong. Terms are stems, so a few letters are soon most of a word.
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
      weights: { fuzzy: 0.4, prefix: 0.4 },
    },
  });
  index.addAll(
    requests.map((r) => ({
      id: r.id,
      title: r.title,
      phrasings: r.phrasings.join('\n'),
      keywords: r.keywords.join(' '),
    })),
  );
  return index;
}

/** Whether a word of the text is one of the request's, or begins one: what is merely spelt nearly like one is not worth more among few. */
const isSure = ({ queryTerms, terms }: SearchResult): boolean =>
  queryTerms.some((asked) => terms.some((t) => t === asked || (asked.length > 4 && t.startsWith(asked))));

/** Made when it is first asked for. */
function late<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

function buildMatcher({ requests, recipients, language }: Scenario): Matcher {
  // Two with one id are told as a problem of the document elsewhere; here the first counts.
  const once = requests.filter((r, i) => requests.findIndex(({ id }) => id === r.id) === i);
  const scale = evened(once.length);
  // Made for the first text: where all ask by chips there is none.
  const index = late(() => indexOf(once, language));
  const own = late(() => ownWords(once, language));
  const names = late(() => {
    const all = nameWords(recipients, language);
    for (const { title, keywords, phrasings } of once)
      for (const word of topicOf([title, ...keywords, ...phrasings].join(' '), language))
        all.delete(stem(word, language) ?? word);
    return all;
  });
  /** Without the names of people that no request is about. */
  const spoken = (text: string): string =>
    wordsOf(text)
      .filter((word) => !names().has(stem(word, language) ?? word))
      .join(' ');
  const best: Matcher['best'] = (text, allowed) => {
    const words = spoken(text);
    const topic = wordsOf(words).filter((w) => stem(w, language) !== null).length;
    if (topic === 0) return null;
    const found = index().search(words, { filter: (r) => allowed(String(r.id)) });
    // What stands there as a way to ask is taken for it, however common its words are among the requests.
    const literal = own().get(aboutOf(words, language));
    const exact = literal && found.find((r) => literal.has(String(r.id)));
    const first = exact ?? found[0];
    if (!first) return null;
    const score = Math.round((first.score / topic) * (isSure(first) ? scale : 1) * 100) / 100;
    if (exact) return { request: String(exact.id), score: Math.max(score, threshold) };
    return score >= threshold ? { request: String(first.id), score } : null;
  };
  const topic: Matcher['topic'] = (text, requestId) => {
    const words = spoken(text);
    const [found] = index().search(words, { filter: (r) => String(r.id) === requestId });
    const known = new Set(found?.queryTerms);
    return topicOf(words, language).map((word) => ({ word, known: known.has(stem(word, language) ?? '') }));
  };
  return { best, topic };
}
