import type { Measures } from '@/core/contract/measures';
import { isMission, type Scenario } from '@/core/contract/scenario';
import { type StudyMeasure, type StudyPoint, studyMeasures } from '@/core/contract/whatIf';
import { quantile } from '@/core/sim/measures/quantile';
import { bareScenario } from '@/core/whatIf/bare';
import { may, type Who } from '../auth/may';
import { headedScenario, headedScenarios } from '../store/scenarios';
import { sharedDatabase } from '../store/shared';
import { teamRecord } from '../store/teams';
import { classPage } from './classDebrief';
import { debriefPage } from './debrief';
import { ownSeat } from './play';

/** A scenario to choose on the what-if page. */
export interface StudyChoice {
  slug: string;
  title: string;
}

/** Every mission that `who` may study, by title. */
export async function studyChoices(who: Who): Promise<StudyChoice[]> {
  const open = (await headedScenarios(sharedDatabase())).filter(
    ({ head, scenario }) =>
      isMission(scenario) && head.archivedAt === null && may(who, 'scenario.study', head),
  );
  const all = open.map(({ scenario }) => scenario);
  return all.map(({ slug, title }) => ({ slug, title })).sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** A scenario as a browser may simulate it: without the words of its answers. Null for one that is not for `who`, or not there. */
export async function studyScenario(who: Who, slug: string): Promise<Scenario | null> {
  const found = await headedScenario(sharedDatabase(), slug);
  return found && may(who, 'scenario.study', found.head) ? bareScenario(found.scenario) : null;
}

/**
 * A device's own plan as the what-if page takes it in. As a thing to act on it belongs to its seat only once it is
 * revealed: how the people of a mission behave is private until then (P9).
 */
export interface OwnStudy {
  seatId: string;
  seats: string[];
  scenario: Scenario;
  points: StudyPoint[];
}

/** Null for unknown seats and other people's alike. */
export async function ownStudy(seatId: string, tokenHash: string | null): Promise<OwnStudy | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  const page = team && (await debriefPage(seatId, tokenHash));
  if (!seat || !team || !page) return null;
  return {
    seatId: seat.seatId,
    seats: page.revealed ? [seat.seatId] : [],
    scenario: bareScenario(team.scenario),
    points: page.runs.map(({ mode, measures }) => ({ mode, whose: 'own', values: figuresOf(measures) })),
  };
}

const figuresOf = (measures: Measures): StudyPoint['values'] =>
  Object.fromEntries(studyMeasures.map((name) => [name, figureOf(measures, name)]));

const figureOf = (measures: Measures, name: StudyMeasure): number | null =>
  name === 'finished' ? Number(measures.completionTime !== null) : measures[name];

/** The middle of a session's runs in each mode; null for an unknown session. Who may see it is the caller's to ask. */
export async function groupStudy(sessionId: string): Promise<{ slug: string; points: StudyPoint[] } | null> {
  const page = await classPage(sessionId, { short: false });
  if (!page) return null;
  const { measures, scenario } = page.debrief;
  const points = (['mail', 'call', 'free'] as const).flatMap((mode): StudyPoint[] => {
    const groups = new Map(
      measures.flatMap((m) => m.groups.filter((g) => g.mode === mode).map((g) => [m.measure, g] as const)),
    );
    const times = groups.get('completionTime')?.values ?? [];
    if (times.length === 0) return [];
    const values: StudyPoint['values'] = { finished: times.filter((t) => t !== null).length / times.length };
    for (const name of studyMeasures) {
      const group = name === 'finished' ? undefined : groups.get(name);
      if (group) values[name] = group.mean ?? quantile(group.values, 0.5);
    }
    return [{ mode, whose: 'group', values }];
  });
  return { slug: scenario.slug, points };
}
