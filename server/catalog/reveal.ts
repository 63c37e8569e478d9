import type { Reveal, RevealCall, RevealMail, RevealRow } from '@/core/contract/debrief';
import type { EventData, EventOf, EventType, NewEvent } from '@/core/contract/event';
import { boxNow } from '@/core/sim/call/line';
import { reachable } from '@/core/sim/call/presence';
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
    rowOf(person, [...state.mails.values()], reads, state, endMs, log),
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
  log: readonly NewEvent[],
): RevealRow {
  const { recipient, persona, agenda } = person;
  const own = mails.filter((m) => m.contact === recipient.id && m.from === 'me' && m.state !== 'undone');
  const busy = recipient.outOfOffice ? [{ from: 0, to: endMs, kind: 'away' as const }] : agenda.whole;
  return {
    contact: recipient.id,
    persona: persona.title,
    busy: busy
      .filter((b) => b.to > 0 && b.from < endMs)
      .map((b) => ({ ...b, from: Math.max(0, b.from), to: Math.min(endMs, b.to) })),
    checks: recipient.outOfOffice ? [] : checksOf(state, person, own, reads, endMs),
    reachable: recipient.address === 'outdated' ? [] : reachable(state.world.seed, person, busy, endMs),
    mails: own.flatMap((m) => mailRows(m, reads.get(m.mailId), state)),
    calls: callsOf(recipient.id, log),
  };
}

/** When they looked at their mail: the checks between one of the participant's mails and the next, and on to the end. */
function checksOf(
  state: RunState,
  person: Person,
  own: readonly MailRecord[],
  reads: ReadonlyMap<string, Read>,
  endMs: number,
): number[] {
  const looks: number[] = [];
  const inOrder = own.flatMap((m) => reads.get(m.mailId) ?? []).sort((a, b) => a.at - b.at);
  const box = boxNow(state, person.recipient.id);
  let cursor: Cursor = firstCursor();
  const look = (at: number) => void looks.push(at);
  for (const read of inOrder) {
    const sent = own.find((m) => m.mailId === read.mailId);
    if (!sent) continue;
    const plan = nextReading(box, cursor, [waitingOf(sent)], look);
    if (plan) cursor = { ...plan.cursor, t: Math.max(plan.cursor.t, read.handledAt) };
  }
  nextReading(box, cursor, [{ mailId: '', at: endMs, readableAt: endMs, key: { request: '', n: 0 } }], look);
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

const engaged: readonly string[] = ['off', 'away', 'meeting'];

/** Every call with this person: what they were doing, why it came to nothing, what it cost them (C2, C5, C7). */
function callsOf(contact: string, log: readonly NewEvent[]): RevealCall[] {
  const of = <T extends EventType>(type: T, callId: string): EventOf<T> | undefined =>
    log.find((e): e is EventOf<T> => e.type === type && 'callId' in e.data && e.data.callId === callId);
  return log.flatMap((e): RevealCall[] => {
    if (e.type !== 'call.dialed' && e.type !== 'call.incoming') return [];
    if ((e.type === 'call.dialed' ? e.data.to : e.data.from) !== contact) return [];
    const { callId } = e.data;
    const connected = of('call.connected', callId);
    const heard = of('call.messageHeard', callId);
    const end = of('call.ended', callId);
    const lost = connected?.data.lostMs && end ? connected.data.lostMs : 0;
    return [
      {
        callId,
        simMs: e.simMs,
        lost: lost && end ? { from: end.simMs, to: end.simMs + lost } : null,
        heardMs: heard?.simMs ?? null,
        callBackMs: heard?.data.callBackAt ?? end?.data.callBackAt ?? null,
        ...(e.type === 'call.dialed' ? dialled(e.data, connected !== undefined) : rung(e.data, connected)),
      },
    ];
  });
}

type Met = Pick<RevealCall, 'direction' | 'doing' | 'missed' | 'chance' | 'u' | 'why'>;

function dialled({ doing, outcome, chance, u }: EventData<'call.dialed'>, connected: boolean): Met {
  const why = (): RevealCall['missed'] => {
    if (connected) return null;
    if (outcome === 'unobtainable') return 'unobtainable';
    if (outcome === 'busy' || outcome === 'hold') return 'line';
    if (engaged.includes(doing)) return 'engaged';
    if (outcome === 'pickUp') return 'tooEarly';
    return u < chance ? 'tooLate' : 'ignored';
  };
  return { direction: 'out', doing, missed: why(), chance, u, why: null };
}

const rung = (data: EventData<'call.incoming'>, connected: EventOf<'call.connected'> | undefined): Met => ({
  direction: 'in',
  doing: connected?.data.doing ?? 'free',
  missed: null,
  chance: null,
  u: null,
  why: data.why,
});
