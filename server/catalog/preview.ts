import { eventVersion, type NewEvent, type RunEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import type { Plan } from '@/core/contract/plan';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { rehearse } from '@/core/replication/rehearsal';
import { idleRate } from '@/core/sim/clock/sceneClock';
import { checkDocument, isPlayable } from '@/core/sim/scenario/checkDocument';
import type { Who } from '../auth/may';
import type { Database } from '../store/database';
import { beginLog, isPreview, savePreview } from '../store/previews';
import { scenarioByVersion } from '../store/scenarios';
import type { Seat } from '../store/seats';
import { sharedDatabase } from '../store/shared';
import { createSoloTeam } from '../store/teams';
import { draftFor, editableHead } from './authoring';
import { playedRun, type SoloNames } from './solo';

export interface PreviewWish {
  slug: string;
  /** The state of the draft that is meant; null for the newest. */
  rev: number | null;
  mode: Mode;
  /** Simulated minutes that somebody practised plays first. */
  fromMin: number;
}

const plans = { mail: 'mail', call: 'call', free: 'free' } as const satisfies Record<Mode, Plan>;

/**
 * A run of a draft for its author, from the start or from a later moment, and their seat in it; or why there is none. It is a solo run
 * of a copy of the document that is stored apart, so that nobody meets it in a list and the draft can be changed meanwhile.
 */
export async function createPreview(
  db: Database,
  who: Who,
  { slug, rev, mode, fromMin }: PreviewWish,
  { teamId, runId, seatId, seed, device }: SoloNames,
  now: number,
): Promise<Seat | Refusal> {
  const draft = await draftFor(who, slug, db);
  if (!draft) return refuse('unknown');
  if (rev !== null && draft.rev !== rev) return refuse('changed');
  const checked = checkDocument({ ...draft.doc, slug, version: 1 });
  if (!checked.scenario || !isPlayable(checked)) return refuse('hasErrors');
  const { twinOf: _, ...document } = checked.scenario;
  // What is played knows its draft: the way back to the editor starts from there.
  const scenario = await savePreview(db, { ...document, variantOf: slug }, now);
  const team = { teamId, plan: plans[mode], practice: false, scenario, twin: null, seed, receipts: true };
  const run = playedRun(team, 0, runId);
  if (!run) return refuse('notPossible');
  const seat = await createSoloTeam(db, { team, run, device, seat: { id: seatId }, now });
  if (fromMin > 0)
    await beginLog(db, runId, playedAlready(rehearse({ scenario, mode, seed, untilMin: fromMin }), now));
  return seat;
}

/** The slug of the draft that a preview was made of, if `who` may write in it; null for all else, whatever it is. */
export async function draftBehind(
  who: Who,
  preview: string,
  db: Database = sharedDatabase(),
): Promise<string | null> {
  const played = isPreview(preview) ? await scenarioByVersion(db, preview, 1) : null;
  if (played?.variantOf === undefined) return null;
  return (await editableHead(db, who, played.variantOf)) && played.variantOf;
}

/** The log of what was played up to a moment, as if it had been played just now and then been paused. */
export function playedAlready({ log, simMs }: { log: NewEvent[]; simMs: number }, now: number): RunEvent[] {
  const rate = idleRate.normal;
  const wall = (at: number) => now - (simMs - at) / rate;
  const firstMail = log.findIndex((e) => e.simMs > 0);
  const started = log.slice(0, firstMail === -1 ? log.length : firstMail);
  const events: NewEvent[] = [
    ...started,
    { type: 'clock.started', simMs: 0, actor: 'world', data: { at: wall(0), rate } },
    ...log.slice(started.length),
    { type: 'clock.paused', simMs, actor: 'p1', data: { at: now, why: 'asked' } },
  ];
  return events.map((event, i) => ({ ...event, seq: i + 1, v: eventVersion, at: wall(event.simMs) }));
}
