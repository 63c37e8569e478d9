import Papa from 'papaparse';
import type { RunEvent } from '@/core/contract/event';
import { measureNames } from '@/core/contract/measures';
import type { SessionEvent } from '@/core/contract/sessionEvent';
import { applySession, firstState } from '@/core/session/apply';
import type { SessionState } from '@/core/session/state';
import { measuresOf } from '@/core/sim/measures/measure';
import { engineVersion } from '@/core/sim/world';
import type { Database } from '../store/database';
import { type RunRecord, runEvents } from '../store/runs';
import { readSessionLog } from '../store/sessionLog';
import { type SessionTeamRecord, sessionTeams } from '../store/sessionRuns';
import { type Disguise, disguise } from './disguise';
import { columns, dictionary, eventColumns, eventFields, type FixedTable } from './exportDictionary';
import { columnOf, exportOf } from './exportRun';
import { numberOf } from './place';
import { endOf } from './runEnd';

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

/** A table of an export, row by row as it is read. */
export interface ExportTable {
  name: string;
  columns: readonly string[];
  rows: () => AsyncIterable<Row>;
}

/** A whole session, ready to be written: what it was, and its tables. */
export interface SessionExport {
  slug: string;
  about: Record<string, unknown>;
  tables: ExportTable[];
}

/**
 * Everything of a session; null for an unknown one. Without `names` it holds neither names nor typed texts, other ids than
 * the server's, and times since the session was opened.
 */
export async function exportSession(
  db: Database,
  sessionId: string,
  { names }: { names: boolean },
): Promise<SessionExport | null> {
  const events = await readSessionLog(db, sessionId);
  const [first] = events;
  if (!first) return null;
  const state = firstState(first);
  for (const event of events) applySession(state, event);
  const teams = await sessionTeams(db, sessionId);
  const d = disguise(names, first.at);
  const runs = teams.flatMap((team) => team.runs);
  const read = (run: RunRecord) => runEvents(db, run.header.runId);
  return {
    slug: state.scenario.slug,
    about: aboutOf(state, sessionId, d, names),
    tables: [
      table('participants.csv', participants(state, events, d)),
      table('teams.csv', teamRows(state, teams, d)),
      { ...table('runs.csv', []), rows: () => perRun(runs, read, (run, log) => [runRow(run, log, d)]) },
      {
        name: 'measures.csv',
        columns: ['run', ...measureNames],
        rows: () => perRun(runs.filter(ended), read, (run, log) => [measureRow(run, log, d)]),
      },
      table('questionnaires.csv', questionnaires(state, events, d)),
      table('predictions.csv', predictions(teams, d)),
      table('controls.csv', controls(events, d)),
      {
        name: 'events.csv',
        columns: [...Object.keys(eventColumns), ...eventFields.keys()],
        rows: () => perRun(runs, read, (run, log) => eventRows(run, log, d)),
      },
      { name: 'dictionary.csv', columns: ['file', 'column', 'meaning'], rows: () => each(dictionary()) },
    ],
  };
}

const ended = (run: RunRecord): boolean => run.role === 'played' && run.endedAt !== null;

function table<T extends FixedTable>(name: T, rows: Record<keyof (typeof columns)[T], Cell>[]): ExportTable {
  return { name, columns: Object.keys(columns[name]), rows: () => each(rows as Row[]) };
}

async function* each(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows;
}

/** One run's log in memory at a time. */
async function* perRun(
  runs: readonly RunRecord[],
  read: (run: RunRecord) => Promise<RunEvent[]>,
  rows: (run: RunRecord, log: readonly RunEvent[]) => Row[],
): AsyncIterable<Row> {
  for (const run of runs) yield* rows(run, await read(run));
}

function aboutOf(state: SessionState, sessionId: string, d: Disguise, names: boolean) {
  const { settings, scenario, twin, practice, phase, revealed, startedAt, endedAt } = state;
  return {
    format: 1,
    session: names ? sessionId : null,
    engineVersion,
    names,
    timeBase: names ? 'ms since 1970-01-01 UTC' : 'ms since the session was opened',
    scenario,
    twin,
    practice,
    seed: state.seed,
    phase,
    revealed,
    startedAt: startedAt === null ? null : d.at(startedAt),
    endedAt: endedAt === null ? null : d.at(endedAt),
    settings: names ? settings : { ...settings, title: null, consent: null },
  };
}

const participants = (state: SessionState, events: readonly SessionEvent[], d: Disguise) =>
  events.flatMap((event) => {
    if (event.type !== 'participant.joined') return [];
    const now = state.participants.get(event.data.participantId);
    if (!now) return [];
    return {
      participant: d.participant(now.participantId),
      name: d.text(now.name),
      team: d.team(now.teamId),
      member: now.member,
      joinedAt: d.at(event.at),
      late: now.late,
      removed: now.removed,
      consent: event.data.consent,
      bot: event.data.bot ?? null,
    };
  });

const teamRows = (state: SessionState, records: readonly SessionTeamRecord[], d: Disguise) =>
  [...state.teams.values()].map((team, i) => {
    const record = records.find((r) => r.teamId === team.teamId);
    return {
      team: d.team(team.teamId),
      number: i + 1,
      arm: team.arm,
      slot: team.slot,
      dropped: team.dropped,
      begun: record?.begun ?? false,
      seed: record?.seed ?? null,
    };
  });

function runRow(run: RunRecord, log: readonly RunEvent[], d: Disguise): Row {
  const { header, role, teamId, createdAt } = run;
  const { endMs, lengthMs, reason, short } = endOf(run, log);
  return {
    run: d.run(header.runId),
    team: d.team(teamId),
    role,
    place: numberOf(run),
    mode: header.mode,
    scenario: header.scenario.slug,
    version: header.scenario.version,
    lengthMs,
    endMs,
    endReason: reason,
    short,
    engineVersion: header.engineVersion,
    createdAt: d.at(createdAt),
  };
}

const measureRow = ({ header }: RunRecord, log: readonly RunEvent[], d: Disguise): Row => ({
  run: d.run(header.runId),
  ...measuresOf(log, header.scenario),
});

function eventRows(run: RunRecord, log: readonly RunEvent[], d: Disguise): Row[] {
  return exportOf(run, log, true).events.map(({ n, simMs, at, type, actor, data }) => ({
    run: d.run(run.header.runId),
    seq: n,
    simMs,
    at: d.at(at),
    type,
    actor,
    ...Object.fromEntries(
      Object.entries(d.typed(actor, data)).map(([field, value]) => [columnOf(field), cell(value)]),
    ),
  }));
}

const questionnaires = (state: SessionState, events: readonly SessionEvent[], d: Disguise) =>
  events.flatMap((event) => {
    if (event.type !== 'participant.answered') return [];
    const { participantId, which, answers } = event.data;
    return state.settings[which].map((question) => {
      const answer = answers[question.id] ?? null;
      return {
        participant: d.participant(participantId),
        which,
        question: question.id,
        label: question.kind === 'tlx' ? null : question.label,
        answer: typeof answer === 'string' ? d.text(answer) : answer,
      };
    });
  });

const predictions = (teams: readonly SessionTeamRecord[], d: Disguise) =>
  teams.flatMap(({ teamId, prediction }) =>
    (prediction ?? []).map(({ measure, higherIn, by }) => ({ team: d.team(teamId), measure, higherIn, by })),
  );

const controls = (events: readonly SessionEvent[], d: Disguise) =>
  events.map(({ seq, at, type, actor, data }) => ({
    seq,
    at: d.at(at),
    type,
    actor: d.actor(actor),
    data: JSON.stringify(d.control(data)),
  }));

const cell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
};

/** Rows gathered into one piece of text. */
const gathered = 500;

/** A table as CSV, piece by piece. Text that a spreadsheet would take for a formula gets a leading apostrophe. */
export async function* csvPieces({ columns: names, rows }: ExportTable): AsyncIterable<string> {
  const list = [...names];
  const text = (some: Row[]) =>
    Papa.unparse(
      some.map((row) => list.map((name) => row[name] ?? '')),
      { escapeFormulae: true, newline: '\n' },
    );
  yield `${Papa.unparse([list], { newline: '\n' })}\n`;
  let some: Row[] = [];
  for await (const row of rows()) {
    some.push(row);
    if (some.length < gathered) continue;
    yield `${text(some)}\n`;
    some = [];
  }
  if (some.length > 0) yield `${text(some)}\n`;
}

/** The whole export as one JSON object, piece by piece: `about`, and every table as a list of objects. */
export async function* jsonPieces({ about, tables }: SessionExport): AsyncIterable<string> {
  yield `{"about":${JSON.stringify(about)}`;
  for (const { name, columns: names, rows } of tables) {
    yield `,${JSON.stringify(name.replace('.csv', ''))}:[`;
    let before = '';
    for await (const row of rows()) {
      yield before + JSON.stringify(Object.fromEntries(names.map((n) => [n, row[n] ?? null])));
      before = ',';
    }
    yield ']';
  }
  yield '}\n';
}
