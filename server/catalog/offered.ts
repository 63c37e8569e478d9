import { may, type Who } from '../auth/may';
import type { ScenarioHead } from '../store/scenarioHeads';

/** Whether `who` may begin something new with it: a scenario that they may read, that is published and not put away. */
export const isOffered = (who: Who, head: ScenarioHead): boolean =>
  head.published && head.archivedAt === null && may(who, 'scenario.read', head);
