import type { Decision } from '@/core/contract/event';
import type { Persona } from '@/core/contract/persona';
import { draw, type Name, type Seed } from '../chance/draw';
import { names } from '../chance/names';

/** What a mail asks of the person who reads it. */
export interface Asked {
  request: string;
  attempt: number;
  /** Answers this person's open question: then they do not ignore it. */
  expected: boolean;
  owner: 'me' | { colleague: string } | 'nobody';
  missing: string[];
  answered: boolean;
}

/** The chance that the k-th asking is answered (P4, P6): by attempt, lower beyond the nagging limit, lower under load. */
export function replyChance(reply: Persona['reply'], attempt: number, waiting: number): number {
  const base = reply.chance[Math.min(attempt, reply.chance.length) - 1] ?? 0;
  let nagged = base;
  for (let k = reply.nagging.limit; k < attempt; k++) nagged *= reply.nagging.factor;
  return Math.max(0, nagged * (1 - reply.perWaitingMail * waiting));
}

/** P4 for one request of one mail. The draw is keyed by recipient, request and attempt (R2). */
export function decideOn(
  asked: Asked,
  reply: Persona['reply'],
  waiting: number,
  seed: Seed,
  recipient: Name,
): Decision {
  const { request, attempt } = asked;
  if (asked.answered) return { request, attempt, verdict: 'done', missing: [] };
  const u = draw(seed, names.decision, recipient, asked.request, asked.attempt);
  const chance = asked.expected ? 1 : replyChance(reply, asked.attempt, waiting);
  const drawn = (verdict: Decision['verdict'], missing: string[] = []): Decision => ({
    request,
    attempt,
    u,
    chance,
    verdict,
    missing,
  });
  if (u >= chance || asked.owner === 'nobody') return drawn('ignore');
  if (asked.owner !== 'me') return { ...drawn('forward'), to: asked.owner.colleague };
  return asked.missing.length > 0 ? drawn('clarify', asked.missing) : drawn('answer');
}
