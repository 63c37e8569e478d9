import type { Draft } from '@/core/contract/draft';
import type { Request } from '@/core/contract/scenario';
import { matcherOf, type TopicWord, takenFor } from '@/core/sim/match/matcher';
import { topicOf } from '@/core/sim/match/words';
import { putRequest } from './change';
import { distinguishing } from './keywords';

/** What a sentence to the person of a request comes to, by the product's own matching. */
export interface Understood {
  /** The request it is taken for; null where it would be understood as none. */
  taken: Request | null;
  /** Its words that count, against what the request in question is recognised by. */
  words: TopicWord[];
}

/** Sends a sentence to whoever is asked `request`, as a run would take it (A1). */
export function understood(draft: Draft, request: Request, sentence: string): Understood {
  const to = request.recipient;
  const theirs = new Set(
    draft.recipients.filter((r) => r.id === to || r.outOfOffice?.deputy === to).map((r) => r.id),
  );
  const mine = (id: string) => theirs.has(draft.requests.find((r) => r.id === id)?.recipient ?? '');
  const matcher = matcherOf(draft);
  const found = takenFor(matcher, sentence, mine);
  return {
    taken: draft.requests.find((r) => r.id === found?.request) ?? null,
    words: matcher.topic(sentence, request.id),
  };
}

/** All words that a request is recognised by. */
export const recognisedBy = ({ title, phrasings, keywords }: Request, language: string): string[] =>
  topicOf([title, ...keywords, ...phrasings].join('\n'), language);

/** What would have a sentence understood as asking for a request, each tried out beforehand. */
export interface Remedies {
  /** Whether it helps to make it a way to ask. */
  phrasing: boolean;
  /** Requests that, with it as a way to ask, would be taken for another in words of their own. */
  harmed: Request[];
  /** Some words that set it apart and help as a keyword, without taking anything from another request. */
  keywords: string[];
}

/** Tries what an author could do about a sentence that is not understood as they mean it. */
export function remediesFor(draft: Draft, request: Request, sentence: string): Remedies {
  const helps = (made: Draft) => {
    const now = made.requests.find((r) => r.id === request.id);
    return now !== undefined && understood(made, now, sentence).taken?.id === request.id;
  };
  const before = lostIn(draft);
  const harmedBy = (made: Draft): Request[] =>
    lostIn(made).filter((r) => r.id !== request.id && !before.some((lost) => lost.id === r.id));
  const asked = putRequest(draft, request.id, (r) => ({ ...r, phrasings: [...r.phrasings, sentence] }));
  const phrasing = helps(asked);
  const keywords: string[] = [];
  const words = understood(draft, request, sentence).words.map(({ word }) => word);
  for (const word of distinguishing(words, draft, request)) {
    if (keywords.length === mostWords) break;
    const made = putRequest(draft, request.id, (r) => ({ ...r, keywords: [...r.keywords, word] }));
    if (helps(made) && harmedBy(made).length === 0) keywords.push(word);
  }
  return { phrasing, harmed: phrasing ? harmedBy(asked) : [], keywords };
}

const mostWords = 3;

/** The requests that would be taken for another, or for none, in one of their own ways to ask. */
const lostIn = (draft: Draft): Request[] =>
  draft.requests.filter((r) => r.phrasings.some((text) => understood(draft, r, text).taken?.id !== r.id));
