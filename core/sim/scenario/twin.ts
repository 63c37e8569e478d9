import type { DeskKind, Scenario } from '@/core/contract/scenario';
import { canonicalJson } from '../canonical';

/**
 * X7: whether two missions differ in words alone. They then have the same graph, and the same luck on the same seed, since
 * draws depend on ids; who has played one knows no name and no fact of the other.
 */
export const areTwins = (a: Scenario, b: Scenario): boolean =>
  canonicalJson(skeletonOf(a)) === canonicalJson(skeletonOf(b));

/** All of a mission that is not told to anybody in words. */
function skeletonOf(s: Scenario) {
  return {
    start: s.start,
    utcOffsetMin: s.utcOffsetMin,
    lengthMin: s.lengthMin,
    personas: s.personas,
    details: s.details.map(({ id, known }) => ({ id, known })),
    recipients: s.recipients.map(({ id, persona, utcOffsetMin, address, outOfOffice, tune }) => ({
      ...{ id, persona, utcOffsetMin, address, tune },
      deputy: outOfOffice?.deputy,
    })),
    requests: s.requests.map(({ id, recipient, details, hidden, gives, required, weight }) => ({
      ...{ id, recipient, details, hidden, gives, required, weight },
    })),
    mail: s.mail.map(({ id, from, at, on, delay, gives, asCall }) => ({
      ...{ id, from, at, on, delay, gives, asCall },
    })),
    desk: s.desk.cards.map(cardSkeleton),
  };
}

function cardSkeleton(card: DeskKind) {
  if (card.kind === 'match') return { kind: card.kind, pattern: card.pattern };
  if (card.kind === 'sum')
    return { kind: card.kind, low: card.low, high: card.high, items: card.items.length };
  return { kind: card.kind, buckets: card.buckets.length, items: card.items.map(({ bucket }) => bucket) };
}
