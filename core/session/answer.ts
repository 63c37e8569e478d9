import { type Refusal, refuse } from '@/core/contract/refusal';
import { type Question, sessionLimits } from '@/core/contract/session';
import type { NewSessionEvent } from '@/core/contract/sessionEvent';
import type { ParticipantState, SessionState } from './state';

export type Answered = { ok: true; events: NewSessionEvent[] } | { ok: false; refusal: Refusal };

/**
 * A questionnaire filled in: what is left out, or is no answer to its question, stays empty. Answered once; sent again it
 * changes nothing.
 */
export function answer(
  state: SessionState,
  person: ParticipantState,
  which: 'before' | 'after',
  given: Readonly<Record<string, unknown>>,
): Answered {
  const questions = state.settings[which];
  if (questions.length === 0 || person.removed) return { ok: false, refusal: refuse('unknown') };
  if (person.answered.has(which)) return { ok: true, events: [] };
  const answers = Object.fromEntries(questions.map((q) => [q.id, answerTo(q, given[q.id])]));
  const data = { participantId: person.participantId, which, answers };
  return { ok: true, events: [{ type: 'participant.answered', actor: `q:${person.participantId}`, data }] };
}

function answerTo(question: Question, given: unknown): string | number | null {
  if (question.kind === 'text') {
    const text = typeof given === 'string' ? given.trim().slice(0, sessionLimits.reflection) : '';
    return text === '' ? null : text;
  }
  const number = typeof given === 'string' && given !== '' ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isInteger(number)) return null;
  const [low, high] = question.kind === 'scale' ? [1, question.steps] : [0, 100];
  return number >= low && number <= high ? number : null;
}
