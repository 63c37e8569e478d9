import { isMission } from '@/core/contract/scenario';
import { newestScenarios } from '../store/scenarios';
import { sharedDatabase } from '../store/shared';
import { twinAmong } from './twin';

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

/** The newest version of every mission, shortest first. */
export async function listScenarios(): Promise<ScenarioCard[]> {
  const all = await newestScenarios(sharedDatabase());
  const cards = all.filter(isMission).map((s) => ({
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
