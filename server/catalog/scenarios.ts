import { isMission } from '@/core/contract/scenario';
import type { Who } from '../auth/may';
import { headedScenarios, isOpenToAll } from '../store/scenarios';
import { sharedDatabase } from '../store/shared';
import { isOffered } from './offered';
import { twinAmong } from './twin';

/** What is played where nobody chose: the shortest mission in which everything happens. */
export const usualMission = 'launch-week-taste';

/** A scenario as lists show it. */
export interface ScenarioCard {
  slug: string;
  title: string;
  summary: string;
  goal: string;
  /** Real minutes to plan for. */
  playMin: number;
  recipients: number;
  requests: number;
  variantOf: string | null;
  /** Whether there is a second mission of the same shape (X7). */
  twin: boolean;
}

/** The newest version of every mission that can be begun: by anybody, or by `who` in a session. Shortest first. */
export async function listScenarios(who: Who | null = null): Promise<ScenarioCard[]> {
  const all = await headedScenarios(sharedDatabase());
  const offered = all.filter(({ head }) => (who === null ? isOpenToAll(head) : isOffered(who, head)));
  const missions = offered.map(({ scenario }) => scenario).filter(isMission);
  const cards = missions.map((s) => ({
    slug: s.slug,
    title: s.title,
    summary: s.summary,
    goal: s.brief.goal,
    playMin: s.playMin,
    recipients: s.recipients.length,
    requests: s.requests.length,
    variantOf: s.variantOf ?? null,
    twin: twinAmong(all, s) !== null,
  }));
  return cards.sort((a, b) => a.playMin - b.playMin);
}
