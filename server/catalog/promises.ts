import type { NewEvent } from '@/core/contract/event';
import type { PromiseRow, PromisesView } from '@/core/contract/promises';
import type { Scenario } from '@/core/contract/scenario';
import { type Program, programOf } from '@/core/sim/promises/program';
import { scriptOf } from '@/core/sim/promises/runtime';
import {
  blockedSpans,
  type RequestStory,
  requestStories,
  type Settled,
  settledOrder,
} from '@/core/sim/promises/story';
import { minute, minutesOfDay } from '@/core/sim/time/localTime';
import type { Database } from '../store/database';
import { type RunRecord, runEvents } from '../store/runs';
import type { Seat } from '../store/seats';
import { teamRecord } from '../store/teams';
import { opennessOf } from './openness';

const storiesOf = (log: readonly NewEvent[], scenario: Scenario): RequestStory[] =>
  requestStories(
    log,
    scenario.requests.map((r) => r.id),
  );

/** The time of day in the story, HH:MM. */
const clockIn =
  (start: string) =>
  (simMs: number): string => {
    const passed = minutesOfDay(start.slice(11)) + Math.floor(simMs / minute);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${two(Math.floor(passed / 60) % 24)}:${two(passed % 60)}`;
  };

const programFor = (log: readonly NewEvent[], scenario: Scenario): Program =>
  programOf(log, storiesOf(log, scenario), clockIn(scenario.start));

/** A run as promises and the code that would have made it; only for a plan that has ended, since it tells what words were taken for (P9). */
export function promisesOf({ header }: RunRecord, log: readonly NewEvent[]): PromisesView {
  const { scenario } = header;
  const stories = storiesOf(log, scenario);
  const blocked = blockedSpans(log);
  const byId = new Map(stories.map((s) => [s.request, s]));
  return {
    mode: header.mode,
    run: header.runIndex + 1,
    rows: settledOrder(stories, blocked).flatMap((settled) => {
      const story = byId.get(settled.request);
      return story ? [rowOf(story, settled, log, scenario)] : [];
    }),
    blocked,
    endMs: log.reduce((last, e) => Math.max(last, e.simMs), 0),
    start: scenario.start,
    code: programFor(log, scenario).code,
  };
}

function rowOf(
  story: RequestStory,
  { how, at }: Settled,
  log: readonly NewEvent[],
  scenario: Scenario,
): PromiseRow {
  const request = scenario.requests.find((r) => r.id === story.request);
  const spoken = firstSaid(log, story.request);
  const [first, ...tries] = story.askings;
  const contact = first?.to ?? request?.recipient ?? '';
  const mailedFirst = first !== undefined && (spoken === null || first.at <= spoken);
  return {
    request: story.request,
    title: request?.title ?? story.request,
    name: scenario.recipients.find((r) => r.id === contact)?.name ?? contact,
    by: story.settled?.by ?? (first ? 'mail' : 'call'),
    how,
    fromMs: mailedFirst ? first.at : (spoken ?? 0),
    settledMs: story.settled?.at ?? null,
    takenUpMs: at,
    triesMs: tries.map((a) => a.at),
    questionsMs: story.askings.flatMap((a) =>
      a.outcomes.flatMap((o) => (o?.is === 'question' ? [o.at] : [])),
    ),
  };
}

/** When a request was first said on the line. */
function firstSaid(log: readonly NewEvent[], request: string): number | null {
  const said = log.find((e) => e.type === 'call.said' && e.data.matched.some((m) => m.request === request));
  const heard = log.find((e) => e.type === 'call.heard' && e.data.answers.includes(request));
  return said?.simMs ?? heard?.simMs ?? null;
}

/** The script that runs the program of one run of an ended plan in a worker; null where there is none to have. */
export async function promiseScript(db: Database, seat: Seat, wanted: number): Promise<string | null> {
  const team = await teamRecord(db, seat.teamId);
  const record = team?.runs.find((r) => r.role === 'played' && r.header.runIndex + 1 === wanted);
  if (!team || !record || !(await opennessOf(db, team)).revealed) return null;
  const log = await runEvents(db, record.header.runId);
  return `${messages}\n${scriptOf(programFor(log, record.header.scenario))}`;
}

const messages = `const print = (request, how, at) => postMessage({ request, how, at });
const done = () => postMessage({ done: true });`;
