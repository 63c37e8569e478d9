import type { Question } from '@/core/contract/session';
import { participantAt } from '@/core/session/state';
import { sharedDatabase } from '../store/shared';
import { sessionState } from './openness';
import { ownSeat } from './play';

/** A questionnaire as somebody in a session fills it in. */
export interface QuestionsPage {
  seat: string;
  title: string;
  which: 'before' | 'after';
  questions: Question[];
  answered: boolean;
}

/** A device's own questionnaire; null for unknown seats, other people's, and sessions without one. */
export async function questionsPage(
  seatId: string,
  tokenHash: string | null,
  which: 'before' | 'after',
): Promise<QuestionsPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const state = seat?.sessionId ? await sessionState(sharedDatabase(), seat.sessionId) : null;
  const person = seat && state && participantAt(state, seat.teamId, seat.actor);
  if (!seat || !state || !person || state.settings[which].length === 0) return null;
  return {
    seat: seat.seatId,
    title: state.settings.title,
    which,
    questions: state.settings[which],
    answered: person.answered.has(which),
  };
}
