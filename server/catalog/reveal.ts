import type { Reveal, RevealMail, RevealRow } from '@/core/contract/debrief';
import type { EventData, NewEvent } from '@/core/contract/event';
import { type Cursor, firstCursor, nextReading, type Waiting } from '@/core/sim/mail/reading';
import type { MailRecord, RunState } from '@/core/sim/run/state';
import type { Person } from '@/core/sim/world';

/** What each recipient really did (P9): only for a run whose whole plan has ended. */
export function revealOf(log: readonly NewEvent[], state: RunState, endMs: number): Reveal {
  const reads = new Map(
    log.flatMap((e) =>
      e.type === 'mail.read' ? [[e.data.mailId, { at: e.simMs, ...e.data }] as const] : [],
    ),
  );
  const recipients = [...state.world.people.values()].map((person) =>
    rowOf(person, [...state.mails.values()], reads, state, endMs),
  );
  return { seed: state.world.header.seed, recipients };
}

type Read = EventData<'mail.read'> & { at: number };

function rowOf(
  person: Person,
  mails: readonly MailRecord[],
  reads: ReadonlyMap<string, Read>,
  state: RunState,
  endMs: number,
): RevealRow {
  const { recipient, persona, agenda } = person;
  const own = mails.filter((m) => m.contact === recipient.id && m.from === 'me' && m.state !== 'undone');
  const busy = recipient.outOfOffice ? [{ from: 0, to: endMs, kind: 'away' as const }] : agenda;
  return {
    contact: recipient.id,
    persona: persona.title,
    busy: busy
      .filter((b) => b.to > 0 && b.from < endMs)
      .map((b) => ({ ...b, from: Math.max(0, b.from), to: Math.min(endMs, b.to) })),
    checks: recipient.outOfOffice ? [] : checksOf(person, own, reads, endMs),
    mails: own.flatMap((m) => mailRows(m, reads.get(m.mailId), state)),
  };
}

/** When they looked at their mail: the checks between one of the participant's mails and the next, and on to the end. */
function checksOf(
  person: Person,
  own: readonly MailRecord[],
  reads: ReadonlyMap<string, Read>,
  endMs: number,
): number[] {
  const looks: number[] = [];
  const inOrder = own.flatMap((m) => reads.get(m.mailId) ?? []).sort((a, b) => a.at - b.at);
  let cursor: Cursor = firstCursor();
  const look = (at: number) => void looks.push(at);
  for (const read of inOrder) {
    const sent = own.find((m) => m.mailId === read.mailId);
    if (!sent) continue;
    const plan = nextReading(person.box, cursor, [waitingOf(sent)], look);
    if (plan) cursor = { ...plan.cursor, t: Math.max(plan.cursor.t, read.handledAt) };
  }
  nextReading(
    person.box,
    cursor,
    [{ mailId: '', at: endMs, readableAt: endMs, key: { request: '', n: 0 } }],
    look,
  );
  return looks.filter((at) => at <= endMs);
}

const waitingOf = (mail: MailRecord): Waiting => ({
  mailId: mail.mailId,
  at: mail.simMs,
  readableAt: mail.undoUntil ?? mail.simMs,
  key: {
    request: mail.matched[0]?.request ?? '',
    n: mail.matched[0]?.attempt ?? Number(mail.mailId.slice(1)),
  },
});

function mailRows(mail: MailRecord, read: Read | undefined, state: RunState): RevealMail[] {
  const base = {
    mailId: mail.mailId,
    request: null,
    sentMs: mail.simMs,
    readMs: read?.at ?? null,
    handledMs: read?.handledAt ?? null,
    chance: null,
    u: null,
    missing: [],
  };
  if (mail.state === 'bounced') return [{ ...base, verdict: 'bounced' }];
  if (!read) return [{ ...base, request: mail.matched[0]?.request ?? null, verdict: 'unread' }];
  if (read.decisions.length === 0) return [{ ...base, verdict: read.unmatched ? 'clarify' : 'done' }];
  return read.decisions.map((d) => ({
    ...base,
    request: d.request,
    verdict: d.verdict,
    chance: d.chance ?? null,
    u: d.u ?? null,
    missing: d.missing.map((id) => state.world.details.get(id)?.label ?? id),
  }));
}
