import type { Plan } from '@/core/contract/plan';
import type { Scenario } from '@/core/contract/scenario';
import { clockOf } from '@/core/contract/session';
import type { ScenarioRef } from '@/core/contract/sessionEvent';
import { firstState } from '@/core/session/apply';
import type { Database } from '../store/database';
import { scenarioByVersion } from '../store/scenarios';
import { sessionOpening } from '../store/sessionLog';
import type { MadeTeam } from '../store/teams';
import { playedRun, practiceOf } from './solo';

/** A team of a session, as the session's settings want it, in its practice or else in the first run of its arm. */
export async function sessionTeam(
  db: Database,
  sessionId: string,
  { teamId, plan, seed, runId }: { teamId: string; plan: Plan; seed: string; runId: string },
): Promise<MadeTeam> {
  const opened = await sessionOpening(db, sessionId);
  if (!opened) throw new RangeError(`no session ${sessionId}`);
  const { settings, scenario, twin, practice } = firstState(opened);
  const rate = clockOf(settings);
  const team = {
    teamId,
    plan,
    seed,
    practice: practice !== null,
    scenario: await document(db, scenario),
    twin: twin && (await document(db, twin)),
    receipts: settings.receipts,
    lengthMin: settings.lengthMin,
    rate: rate === 'scene' ? null : rate,
  };
  const run = practice ? practiceOf(await document(db, practice), runId) : playedRun(team, 0, runId);
  if (!run) throw new RangeError(`${plan} has no first run`);
  return { team, run };
}

async function document(db: Database, { slug, version }: ScenarioRef): Promise<Scenario> {
  const found = await scenarioByVersion(db, slug, version);
  if (!found) throw new RangeError(`${slug} ${version} is not stored`);
  return found;
}
