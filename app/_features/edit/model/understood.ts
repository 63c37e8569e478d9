import type { Draft } from '@/core/contract/draft';
import type { Request } from '@/core/contract/scenario';
import { matcherOf, type TopicWord, takenFor } from '@/core/sim/match/matcher';
import { topicOf } from '@/core/sim/match/words';

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
