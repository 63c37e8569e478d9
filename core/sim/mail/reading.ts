import type { MailProfile } from '@/core/contract/persona';
import { type Agenda, freeFrom } from '../agenda/agenda';
import type { LazyAgenda } from '../agenda/lazyAgenda';
import { sampleMs } from '../chance/distribution';
import { draw, type Name, type Seed } from '../chance/draw';
import { names } from '../chance/names';
import { day, minute } from '../time/localTime';
import type { Traffic } from './traffic';

/** A participant's mail in a recipient's inbox, not yet read. `key` names the draws that belong to it. */
export interface Waiting {
  mailId: string;
  at: number;
  /** Nobody reads it before, so that it can be undone (A6). */
  readableAt: number;
  key: { request: string; n: number };
}

/**
 * Where a recipient's mail work stands, between two logged moments: a function of the seed and of the mails read so far.
 * Checks that find nothing and other people's mail move it, and are no events (P3, P10).
 */
export interface Cursor {
  /** Up to here the past is settled. */
  t: number;
  /** Checks finished, and the end of the last one. */
  checks: number;
  lastEnd: number;
  inCheck: boolean;
  checkStart: number;
  /** Other people's mails handled so far. */
  others: number;
}

/** The fixed surroundings of one recipient's mail work. */
export interface Mailbox {
  seed: Seed;
  recipient: Name;
  profile: MailProfile;
  agenda: LazyAgenda;
  traffic: Traffic;
  otherMailMs: number;
  /** simMs of the recipient's first midnight, for checks at fixed times of day. */
  midnight: number;
  /** Calls with participants, by which profile `sampled` too is held up (P2). */
  calls?: Agenda;
}

/** The recipient's first check falls at a drawn point of its gap, as if they had always been checking. */
export const firstCursor = (): Cursor => ({
  t: 0,
  checks: 0,
  lastEnd: 0,
  inCheck: false,
  checkStart: 0,
  others: 0,
});

export interface Reading {
  mailId: string;
  at: number;
  /** The cursor to go on from once this mail is handled (its `t` is then the end of the handling). */
  cursor: Cursor;
}

/** The next of the waiting mails to be read, and when; null when none waits. Pure. `looks` is told when each check on the way begins. */
export function nextReading(
  box: Mailbox,
  cursor: Cursor,
  waiting: readonly Waiting[],
  looks?: (at: number) => void,
): Reading | null {
  const [first] = waiting;
  if (!first) return null;
  if (box.profile.profile === 'sampled') return nextSampled(box, cursor, waiting);
  const { check } = box.profile;
  return check.kind === 'notified'
    ? nextNotified(box, cursor, waiting)
    : nextChecked(box, cursor, waiting, looks);
}

/** P2: one delay per mail from sending to reading, whatever else goes on. */
function nextSampled(box: Mailbox, cursor: Cursor, waiting: readonly Waiting[]): Reading | null {
  if (box.profile.profile !== 'sampled') return null;
  const { delay } = box.profile;
  let best: Reading | null = null;
  for (const w of waiting) {
    const u = draw(box.seed, names.delay, box.recipient, w.key.request, w.key.n);
    const at = freeFrom(box.calls ?? [], Math.max(w.at + sampleMs(delay, u), w.readableAt));
    if (!best || at < best.at) best = { mailId: w.mailId, at, cursor };
  }
  return best;
}

/** A notified recipient takes mails up one after another, each a drawn moment after it arrived. */
function nextNotified(box: Mailbox, from: Cursor, waiting: readonly Waiting[]): Reading | null {
  if (box.profile.profile !== 'queue' || box.profile.check.kind !== 'notified') return null;
  const { delay } = box.profile.check;
  let next: { w: Waiting; notice: number } | null = null;
  for (const w of waiting) {
    const notice = Math.max(
      w.at + sampleMs(delay, draw(box.seed, names.notice, box.recipient, w.key.request, w.key.n)),
      w.readableAt,
    );
    if (!next || notice < next.notice) next = { w, notice };
  }
  if (!next) return null;
  const c = { ...from };
  for (;;) {
    const arrival = box.traffic.at(c.others);
    if (arrival === undefined) break;
    const notice = arrival + sampleMs(delay, draw(box.seed, names.otherNotice, box.recipient, '', c.others));
    if (notice > next.notice) break;
    c.t = box.agenda.workUntil(Math.max(c.t, notice), box.otherMailMs);
    c.others++;
  }
  return { mailId: next.w.mailId, at: box.agenda.freeFrom(Math.max(c.t, next.notice)), cursor: c };
}

/** A recipient who checks at intervals or fixed times, reads in arrival order, exhaustive or gated. */
function nextChecked(
  box: Mailbox,
  from: Cursor,
  waiting: readonly Waiting[],
  looks?: (at: number) => void,
): Reading | null {
  if (box.profile.profile !== 'queue') return null;
  const gated = box.profile.discipline === 'gated';
  const c = { ...from };
  const [mail] = waiting;
  if (!mail) return null;
  for (;;) {
    if (!c.inCheck) {
      c.checkStart = c.t = box.agenda.freeFrom(nextCheck(box, c));
      c.inCheck = true;
      looks?.(c.checkStart);
    }
    const limit = gated ? c.checkStart : c.t;
    const other = box.traffic.at(c.others);
    const mailThere = mail.at <= limit;
    if (other !== undefined && other <= limit && (!mailThere || other <= mail.at)) {
      c.t = box.agenda.workUntil(c.t, box.otherMailMs);
      c.others++;
    } else if (mailThere) {
      return { mailId: mail.mailId, at: box.agenda.freeFrom(Math.max(c.t, mail.readableAt)), cursor: c };
    } else {
      c.inCheck = false;
      c.lastEnd = c.t;
      c.checks++;
    }
  }
}

function nextCheck(box: Mailbox, c: Cursor): number {
  if (box.profile.profile !== 'queue') return c.t;
  const { check } = box.profile;
  if (check.kind === 'interval') {
    const gap = sampleMs(check.gap, draw(box.seed, names.gap, box.recipient, '', c.checks));
    const first = c.checks === 0 ? draw(box.seed, names.gapPhase, box.recipient) : 1;
    return c.lastEnd + Math.max(1, Math.round(gap * first));
  }
  if (check.kind === 'fixed') return nextFixed(check.times, box.midnight, c.checks === 0 ? -1 : c.lastEnd);
  return c.t;
}

/** The first of the daily times (HH:MM) after `after`. */
function nextFixed(times: readonly string[], midnight: number, after: number): number {
  const today = midnight + Math.floor((after - midnight) / day) * day;
  let best = Number.MAX_SAFE_INTEGER;
  for (const d of [today, today + day])
    for (const text of times) {
      const at = d + (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * minute;
      if (at > after && at < best) best = at;
    }
  return best;
}
