import * as store from '../store/scenarios';
import { sharedDatabase } from '../store/shared';

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
}

/** The newest version of every scenario, shortest first. */
export async function listScenarios(): Promise<ScenarioCard[]> {
  const all = await store.listScenarios(sharedDatabase());
  const cards = all.map((s) => ({
    slug: s.slug,
    title: s.title,
    summary: s.summary,
    goal: s.brief.goal,
    playMin: s.playMin,
    recipients: s.recipients.length,
    requests: s.requests.length,
    variantOf: s.variantOf ?? null,
  }));
  return cards.sort((a, b) => a.playMin - b.playMin);
}
