import MiniSearch from 'minisearch';
import type { Request, Scenario } from '@/core/contract/scenario';
import { stem, wordsOf } from './words';

/** A request that a text seems to ask about; `score` is comparable with `threshold` only. */
export interface Match {
  request: string;
  score: number;
}

/**
 * Below it a text counts as asking for nothing (A1). BM25 has no fixed scale: the score is divided by the number of topic words,
 * and the value stands between the two labelled lists of tests/sim/match.
 */
export const threshold = 1.9;

export interface Matcher {
  /** The best match among the requests allowed, or null below the threshold. */
  best(text: string, allowed: (requestId: string) => boolean): Match | null;
}

const built = new WeakMap<Scenario, Matcher>();

/** The scenario's matcher, built once per document. */
export function matcherOf(scenario: Scenario): Matcher {
  const known = built.get(scenario);
  if (known) return known;
  const made = buildMatcher(scenario.requests, scenario.language);
  built.set(scenario, made);
  return made;
}

function buildMatcher(requests: readonly Request[], language: string): Matcher {
  const index = new MiniSearch<{ id: string; title: string; phrasings: string; keywords: string }>({
    fields: ['title', 'phrasings', 'keywords'],
    tokenize: wordsOf,
    processTerm: (term) => stem(term, language),
    searchOptions: {
      boost: { title: 2, keywords: 2 },
      prefix: (term) => term.length > 4,
      fuzzy: (term) => (term.length > 4 ? 0.34 : false),
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
  const best: Matcher['best'] = (text, allowed) => {
    const topic = wordsOf(text).filter((w) => stem(w, language) !== null).length;
    if (topic === 0) return null;
    const [first] = index.search(text, { filter: (r) => allowed(String(r.id)) });
    if (!first) return null;
    const score = Math.round((first.score / topic) * 100) / 100;
    return score >= threshold ? { request: String(first.id), score } : null;
  };
  return { best };
}
