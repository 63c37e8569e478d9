import type { Mode } from '@/core/contract/ids';
import type { Measures } from '@/core/contract/measures';
import { modesOf, type PlanStep } from '@/core/contract/plan';
import { measuresOf } from '@/core/sim/measures/measure';
import { runEvents, runRecord } from '../store/runs';
import { sharedDatabase } from '../store/shared';
import { planOf } from './plan';

/** What came of a run, in measures alone (P9); `answers` are those of the `required` requests. */
export interface Outcome {
  mode: Mode;
  measures: Measures;
  answers: number;
  required: number;
}

/** Between two runs: the last one that ended, null before that, and in which mode the next one is. */
export interface BetweenPage {
  seat: string;
  title: string;
  step: PlanStep;
  /** Whether a prediction is asked for. */
  predict: boolean;
  last: Outcome | null;
  next: Mode | null;
  /** The title of the next mission, where it is another one. */
  twin: string | null;
}

/** The pause between the runs of a device's own plan; null for unknown seats and other people's alike. */
export async function betweenPage(seatId: string, tokenHash: string | null): Promise<BetweenPage | null> {
  const page = await planOf(seatId, tokenHash);
  if (!page) return null;
  const played = page.runs.filter(({ role }) => role === 'played');
  const last = played.findLast(({ endedAt }) => endedAt !== null);
  return {
    seat: page.seat,
    title: page.scenario.title,
    step: page.step,
    predict: page.predict,
    last: last ? await outcomeOf(last.runId) : null,
    next: modesOf(page.plan)[played.length] ?? null,
    twin: page.twin?.title ?? null,
  };
}

async function outcomeOf(runId: string): Promise<Outcome | null> {
  const record = await runRecord(sharedDatabase(), runId);
  if (!record) return null;
  const { mode, scenario } = record.header;
  const measures = measuresOf(await runEvents(sharedDatabase(), runId), scenario);
  const required = scenario.requests.filter((r) => r.required).length;
  const answers = Math.round((measures.solved ?? 0) * required);
  return { mode, measures, answers, required };
}
