import { compare } from '@/core/class/compare';
import { flowOf } from '@/core/class/flow';
import { type Outlook, outlooks } from '@/core/class/planning';
import { predictionsOf } from '@/core/class/predictions';
import type {
  ClassAnswers,
  ClassArm,
  ClassDebrief,
  ClassRun,
  ClassTeam,
  RunFlow,
} from '@/core/contract/classDebrief';
import type { RunEvent } from '@/core/contract/event';
import type { Measures } from '@/core/contract/measures';
import { modesOf, type Prediction } from '@/core/contract/plan';
import { armsOf, clockOf } from '@/core/contract/session';
import type { SessionEvent } from '@/core/contract/sessionEvent';
import { applySession, firstState } from '@/core/session/apply';
import type { SessionState } from '@/core/session/state';
import { seedOf } from '@/core/sim/chance/draw';
import { askedRequests, inFlight } from '@/core/sim/measures/asked';
import { blockedSpan, loggedCalls } from '@/core/sim/measures/calls';
import { measuresOf } from '@/core/sim/measures/measure';
import type { Database } from '../store/database';
import { type RunRecord, runEvents } from '../store/runs';
import { readSessionLog } from '../store/sessionLog';
import { type SessionTeamRecord, sessionTeams } from '../store/sessionRuns';
import { sharedDatabase } from '../store/shared';
import { endOf } from './runEnd';

/** What one ended run comes to; it never changes, so it is worked out once. */
interface Outcome {
  measures: Measures;
  flow: RunFlow;
  short: boolean;
}
const known = new Map<string, Outcome>();
const kept = 5_000;

/** A session as its class debrief shows it; null for an unknown one. Only runs that have ended are in it. */
export async function classDebrief(
  db: Database,
  sessionId: string,
  { short, bots: wanted }: { short: boolean; bots?: boolean },
): Promise<ClassDebrief | null> {
  const events = await readSessionLog(db, sessionId);
  const [first] = events;
  if (!first) return null;
  const state = firstState(first);
  for (const event of events) applySession(state, event);
  const teams = await sessionTeams(db, sessionId);
  const all = await Promise.all(teams.map((team) => teamOf(db, state, team)));
  const people = new Set(teamsOfPeople(state));
  const bots = wanted ?? !all.some(({ teamId, runs }) => people.has(teamId) && runs.length > 0);
  const played = all.filter(({ teamId }) => bots || people.has(teamId));
  const ended = played.flatMap(({ runs }) => runs);
  const shown = played.map((t) => ({ ...t, runs: t.runs.filter((r) => short || !r.short) }));
  const { settings } = state;
  const scenario = teams[0]?.runs[0]?.header.scenario;
  const clock = clockOf(settings);
  return {
    sessionId,
    title: settings.title,
    scenario: {
      slug: state.scenario.slug,
      title: scenario?.title ?? state.scenario.slug,
      shape: scenario?.teaching.shape ?? 'free',
    },
    plan: settings.plan,
    phase: state.phase,
    revealed: state.revealed,
    sharedSeed: settings.seed === 'shared',
    twin: settings.twin,
    rate: state.rate ?? (clock === 'scene' ? null : clock),
    arms: armsOf(settings.plan).map((plan) => armOf(plan, bots ? null : people, state, teams, played)),
    short: { runs: ended.filter((r) => r.short).length, included: short },
    bots: {
      runs: all.flatMap(({ teamId, runs }) => (people.has(teamId) ? [] : runs)).length,
      included: bots,
    },
    measures: compare({
      teams: shown,
      sharedSeed: settings.seed === 'shared',
      seed: seedOf(`class ${sessionId}`),
    }),
    flow: flowOf(shown.flatMap(({ runs }) => runs)),
    predictions: predictionsOf(shown),
    answers: answersOf(state, events),
  };
}

type Played = ClassTeam & { teamId: string; prediction: Prediction | null };

async function teamOf(db: Database, state: SessionState, team: SessionTeamRecord): Promise<Played> {
  const arm = state.teams.get(team.teamId)?.arm ?? 'mail';
  const runs: ClassRun[] = [];
  for (const run of team.runs) {
    if (run.role !== 'played' || run.endedAt === null) continue;
    const outcome = await outcomeOf(db, run);
    runs.push({ mode: run.header.mode, place: run.header.runIndex + 1, ...outcome });
  }
  return { teamId: team.teamId, arm, runs, prediction: team.prediction };
}

async function outcomeOf(db: Database, run: RunRecord): Promise<Outcome> {
  const { runId } = run.header;
  const before = known.get(runId);
  if (before) return before;
  const outcome = outcomeIn(run, await runEvents(db, runId));
  known.set(runId, outcome);
  const [oldest] = known.keys();
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return outcome;
}

function outcomeIn({ header }: RunRecord, log: readonly RunEvent[]): Outcome {
  const { scenario } = header;
  const { endMs: ended, short } = endOf({ header }, log);
  const endMs = ended ?? 0;
  const asked = askedRequests(
    log,
    scenario.requests.map((r) => r.id),
  );
  return {
    measures: measuresOf(log, scenario),
    flow: {
      endMs,
      inFlight: inFlight(asked, endMs).map(({ from, to }) => ({ from, to })),
      blocked: loggedCalls(log, endMs).flatMap((call) => blockedSpan(call) ?? []),
    },
    short,
  };
}

/** Teams in which there is anybody who is no bot. */
const teamsOfPeople = (state: SessionState): string[] =>
  [...state.participants.values()].flatMap(({ bot, teamId }) => (bot === null ? [teamId] : []));

function armOf(
  plan: ClassArm['plan'],
  counted: ReadonlySet<string> | null,
  state: SessionState,
  teams: readonly SessionTeamRecord[],
  played: readonly Played[],
): ClassArm {
  const own = new Set(
    [...state.teams.values()]
      .filter((t) => t.arm === plan && !t.dropped && (counted?.has(t.teamId) ?? true))
      .map((t) => t.teamId),
  );
  return {
    plan,
    assigned: own.size,
    begun: teams.filter((t) => own.has(t.teamId) && t.begun).length,
    whole: played.filter((t) => own.has(t.teamId) && t.runs.length >= modesOf(plan).length).length,
  };
}

/** What was answered, question by question; erased answers are left out (A5). */
function answersOf(state: SessionState, events: readonly SessionEvent[]): ClassAnswers[] {
  const given = events.flatMap((e) => (e.type === 'participant.answered' ? [e.data] : []));
  return (['before', 'after'] as const).flatMap((which) =>
    state.settings[which].map((question) => {
      const all = given.filter((g) => g.which === which).map((g) => g.answers[question.id] ?? null);
      return {
        which,
        question,
        texts: all.filter((a) => typeof a === 'string').filter((a) => a.trim() !== ''),
        numbers: all.filter((a) => typeof a === 'number'),
      };
    }),
  );
}

/** The class debrief as its page shows it, with what a group of some size can be expected to find (X8). */
export async function classPage(
  sessionId: string,
  taken: { short: boolean; bots?: boolean },
): Promise<{ debrief: ClassDebrief; needed: Outlook[] } | null> {
  const debrief = await classDebrief(sharedDatabase(), sessionId, taken);
  return debrief && { debrief, needed: outlooks(debrief.scenario.shape) };
}
