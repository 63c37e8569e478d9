import Papa from 'papaparse';
import { type EventType, events, type RunEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import type { Database } from '../store/database';
import { type RunRecord, runEvents } from '../store/runs';
import type { Seat } from '../store/seats';
import { teamRecord } from '../store/teams';
import { opennessOf } from './openness';
import { numberOf } from './place';

/** One line of an export. `n` numbers the lines handed out; before the reveal there is no `seq`, whose gaps would tell (P9). */
export interface ExportLine {
  n: number;
  simMs: number;
  at: number;
  type: EventType;
  actor: string;
  data: Record<string, unknown>;
}

export interface RunExport {
  runId: string;
  scenario: string;
  version: number;
  mode: string;
  engineVersion: number;
  /** Which run of the plan, from 1; 0 is the practice. */
  run: number;
  /** Whether private facts are included (P9). */
  revealed: boolean;
  /** Null before the reveal. */
  seed: string | null;
  events: ExportLine[];
}

/**
 * A run's log as its participant may have it: public fields of visible events before the reveal, everything afterwards (P9).
 * `wanted` is the run of the plan, from 1, or 0 for the practice; without it the run the team is in. Null for one not begun.
 */
export async function exportRun(db: Database, seat: Seat, wanted?: number): Promise<RunExport | null> {
  const team = await teamRecord(db, seat.teamId);
  const record = team?.runs.find((r) =>
    wanted === undefined ? r.header.runId === seat.runId : numberOf(r) === wanted,
  );
  if (!team || !record) return null;
  const log = await runEvents(db, record.header.runId);
  const { revealed } = await opennessOf(db, team);
  return exportOf(record, log, revealed);
}

/** A log as lines; only with `revealed` with what is private. */
export function exportOf(
  { header, role }: Pick<RunRecord, 'header' | 'role'>,
  log: readonly RunEvent[],
  revealed: boolean,
): RunExport {
  const shown = revealed ? log : log.filter((e) => isVisible(e.type, header.receipts)).map(publicOnly);
  return {
    run: numberOf({ header, role }),
    runId: header.runId,
    scenario: header.scenario.slug,
    version: header.scenario.version,
    mode: header.mode,
    engineVersion: header.engineVersion,
    revealed,
    seed: revealed ? header.seed : null,
    events: shown.map((event, i) => exportLine(event, i + 1, header.scenario)),
  };
}

/** The start of a run tells which requests it is about, so that every measure can be computed from the lines alone. */
function exportLine(
  { simMs, at, type, actor, data }: RunEvent,
  n: number,
  { requests }: Scenario,
): ExportLine {
  const ids = (only: (r: Scenario['requests'][number]) => boolean) => requests.filter(only).map((r) => r.id);
  const goals = type === 'run.started' ? { requests: ids(() => true), required: ids((r) => r.required) } : {};
  return { n, simMs, at, type, actor, data: { ...data, ...goals } };
}

/** Reading is visible only with receipts; listening to a message never is. */
const isVisible = (type: EventType, receipts: boolean): boolean =>
  (type !== 'mail.read' || receipts) && type !== 'call.messageHeard';

function publicOnly(event: RunEvent): RunEvent {
  const { open } = events[event.type];
  const data = Object.fromEntries(Object.entries(event.data).filter(([field]) => open.includes(field)));
  return { ...event, data } as RunEvent;
}

/** A column per data field; lists and objects as JSON. Text that a spreadsheet would take for a formula gets a leading apostrophe. */
export function csvOf({ events: lines }: RunExport): string {
  const fields = [...new Set(lines.flatMap((line) => Object.keys(line.data)))].sort();
  const rows = lines.map(({ n, simMs, at, type, actor, data }) => ({
    n,
    simMs,
    at,
    type,
    actor,
    ...Object.fromEntries(fields.map((f) => [columnOf(f), cell(data[f])])),
  }));
  return Papa.unparse(rows, {
    columns: ['n', 'simMs', 'at', 'type', 'actor', ...fields.map(columnOf)],
    escapeFormulae: true,
    newline: '\n',
  });
}

const lineFields: ReadonlySet<string> = new Set(['run', 'seq', 'n', 'simMs', 'at', 'type', 'actor']);
/** The column of a data field; one that is called as something every line has gets a name of its own. */
export const columnOf = (field: string): string => (lineFields.has(field) ? `data.${field}` : field);

const cell = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : (value ?? '');
