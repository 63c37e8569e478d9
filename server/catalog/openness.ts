import type { PlanStep } from '@/core/contract/plan';
import { applySession, firstState } from '@/core/session/apply';
import type { SessionState } from '@/core/session/state';
import type { Database } from '../store/database';
import { readSessionLog } from '../store/sessionLog';
import type { TeamRecord } from '../store/teams';
import { stepOf } from './step';

/** How far a team's plan has come, and whether what was private may be told (P9). */
export interface Openness {
  step: PlanStep;
  revealed: boolean;
}

/**
 * A plan of one's own is revealed when its last run has ended. In a session the plan is over with the session at the
 * latest, and the reveal is the facilitator's.
 */
export async function opennessOf(db: Database, team: TeamRecord): Promise<Openness> {
  const step = stepOf(team);
  if (team.sessionId === null) return { step, revealed: step.at === 'ended' };
  const session = await sessionState(db, team.sessionId);
  return {
    step: session?.phase === 'ended' ? { at: 'ended' } : step,
    revealed: session?.revealed ?? false,
  };
}

/** A session as its log says; null for an unknown one. */
export async function sessionState(db: Database, sessionId: string): Promise<SessionState | null> {
  const events = await readSessionLog(db, sessionId);
  const [first] = events;
  if (!first) return null;
  const state = firstState(first);
  for (const event of events) applySession(state, event);
  return state;
}
