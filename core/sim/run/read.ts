import type { Decision, EventOf } from '@/core/contract/event';
import { freeFrom } from '../agenda/agenda';
import { agendaNow } from '../call/line';
import { sampleMs } from '../chance/distribution';
import { draw } from '../chance/draw';
import { names } from '../chance/names';
import { type Asked, decideOn } from '../mail/decision';
import type { Reading } from '../mail/reading';
import { minute } from '../time/localTime';
import { answeredBy, type Person, personOf } from '../world';
import type { MailRecord, RecipientState, RunState } from './state';

/** A recipient takes up a mail: what they decide on each request, and when they will have handled it (P3, P4). */
export function readEvent(state: RunState, person: Person, reading: Reading): EventOf<'mail.read'> {
  const { recipient, persona } = person;
  const mail = mailOf(state, reading.mailId);
  const waiting = othersWaiting(person, reading);
  const decisions = mail.matched.map((m) => {
    const asked = askedOf(state, recipient.id, mail, m);
    const decision = decideOn(asked, persona.reply, waiting, state.world.seed, person.name);
    if (decision.verdict === 'answer') decision.handling = handlingOf(state, person, decision.request);
    return decision;
  });
  const serviceMs = service(person, decisions);
  return {
    type: 'mail.read',
    simMs: reading.at,
    actor: `r:${recipient.id}`,
    data: {
      mailId: mail.mailId,
      by: recipient.id,
      decisions,
      unmatched: mail.matched.length === 0 && mail.kind === 'new',
      serviceMs,
      handledAt: handledAt(state, person, reading.at, serviceMs),
      waiting,
    },
  };
}

/** The mail must exist; ids in the state come from its own events. */
export function mailOf(state: RunState, mailId: string): MailRecord {
  const mail = state.mails.get(mailId);
  if (!mail) throw new RangeError(`no mail ${mailId}`);
  return mail;
}

/** What handling one request takes this recipient, and the draw behind it: the same in mail and on the line (R2, C8). */
export function handlingOf(state: RunState, person: Person, request: string): { u: number; ms: number } {
  const u = draw(state.world.seed, names.handling, person.name, request);
  return { u, ms: sampleMs(person.persona.handling, u) };
}

function service(person: Person, decisions: readonly Decision[]): number {
  const overhead = Math.round(person.persona.mail.overhead * minute);
  return decisions.reduce((sum, d) => sum + (d.handling?.ms ?? 0), overhead);
}

/** When so much work begun at `at` is done. By profile `sampled` only calls with participants hold it up (P2). */
export const handledAt = (state: RunState, person: Person, at: number, ms: number): number =>
  person.persona.mail.profile === 'sampled'
    ? freeFrom(state.people.get(person.recipient.id)?.calls ?? [], at + ms)
    : agendaNow(state, person.recipient.id).workUntil(at, ms);

export function othersWaiting({ box }: Person, { at, cursor }: Reading): number {
  let n = 0;
  while ((box.traffic.at(cursor.others + n) ?? Number.MAX_SAFE_INTEGER) <= at) n++;
  return n;
}

function askedOf(state: RunState, reader: string, mail: MailRecord, m: MailRecord['matched'][number]): Asked {
  const request = state.world.requests.get(m.request);
  const own = state.people.get(reader);
  const has = (id: string) =>
    own?.told.has(id) || mail.details.includes(id) || mail.matchedDetails.includes(id);
  return {
    request: m.request,
    attempt: m.attempt,
    expected: m.how === 'thread',
    owner: request ? ownerFor(state, reader, answeredBy(state.world, request)) : 'nobody',
    missing: (request?.details ?? []).filter((id) => !has(id)),
    answered: state.requests.get(m.request)?.answeredMs !== null || beingAnswered(own, m.request),
  };
}

function ownerFor(state: RunState, reader: string, owner: string): Asked['owner'] {
  if (owner === reader) return 'me';
  return personOf(state.world, owner).recipient.address === 'outdated' ? 'nobody' : { colleague: owner };
}

const beingAnswered = (own: RecipientState | undefined, request: string): boolean =>
  own?.handling.some((h) => h.decisions.some((d) => d.request === request && d.verdict === 'answer')) ??
  false;
