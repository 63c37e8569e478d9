import type { DebriefView } from '@/core/contract/debrief';
import type { RunEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import { debriefOf } from '@/server/catalog/debrief';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { headerOf } from './live';
import type { Play } from './play';
import { playThrough } from './player';

/** The log of a play as a run keeps it; a real second passes for each simulated minute. */
export const logged = (play: Play): RunEvent[] =>
  play.log.map((e, i) => ({ ...e, seq: i + 1, v: 1, at: e.simMs / 60 }));

export const packs: readonly Scenario[] = (await readScenarioFolder(packsFolder)).flatMap(({ result }) =>
  result.ok && result.scenario.requests.length > 2 ? [result.scenario] : [],
);

export function pack(slug: string): Scenario {
  const found = packs.find((s) => s.slug === slug);
  if (!found) throw new Error(`no pack ${slug}`);
  return found;
}

/** The debrief of the taste mission played through in a mode, as the run number `runIndex` of an ended plan. */
export function debriefed(mode: Mode, seed = 'seed', runIndex = 0, slug = 'launch-week-taste'): DebriefView {
  const scenario = pack(slug);
  const header = { ...headerOf(scenario), mode, seed, runIndex };
  const view = debriefOf({ header }, logged(playThrough(scenario, seed, { mode })), true);
  if (!view) throw new Error('the run has not ended');
  return view;
}
