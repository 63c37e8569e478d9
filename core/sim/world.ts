import type { Mode } from '@/core/contract/ids';
import type { Persona } from '@/core/contract/persona';
import type { AuthoredMail, Detail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import { type Agenda, agendaOf, goneForGood } from './agenda/agenda';
import { type Seed, seedOf } from './chance/draw';
import type { Mailbox } from './mail/reading';
import { trafficOf } from './mail/traffic';
import { type Matcher, matcherOf } from './match/matcher';
import { personaOf } from './scenario/personaOf';
import { localStart, minute } from './time/localTime';

/** Raised whenever the same seed and commands may give another log than before (T3). */
export const engineVersion = 3;
/** A mail can be undone for so long, and is not read before (A6). */
export const undoMs = 4 * minute;
/** On-quiet items per run (P7). */
export const quietLimit = 4;

export interface WorldHeader {
  scenario: Scenario;
  mode: Mode;
  seed: string;
  receipts: boolean;
  /** Which run of the plan this is, from 0; desk cards differ between runs (D1). */
  runIndex: number;
}

/** A recipient with everything about them that no play can change. */
export interface Person {
  recipient: Recipient;
  persona: Persona;
  agenda: Agenda;
  box: Mailbox;
  aheadMin: number;
}

/** All that is a pure function of scenario and seed; shared by every state of the run. */
export interface World {
  header: WorldHeader;
  seed: Seed;
  lengthMs: number;
  undoMs: number;
  people: ReadonlyMap<string, Person>;
  requests: ReadonlyMap<string, Request>;
  details: ReadonlyMap<string, Detail>;
  timed: readonly AuthoredMail[];
  matcher: Matcher;
}

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((x) => [x.id, x]));

/** Builds the world of a run. The scenario must have no problems (core/sim/scenario/problems). */
export function createWorld(header: WorldHeader): World {
  const { scenario } = header;
  const seed = seedOf(header.seed);
  const lengthMs = scenario.lengthMin * minute;
  return {
    header,
    seed,
    lengthMs,
    undoMs,
    people: new Map(scenario.recipients.map((r) => [r.id, personIn(scenario, r, seed, lengthMs)])),
    requests: byId(scenario.requests),
    details: byId(scenario.details),
    timed: scenario.mail,
    matcher: matcherOf(scenario),
  };
}

function personIn(scenario: Scenario, recipient: Recipient, seed: Seed, lengthMs: number): Person {
  const persona = personaOf(scenario, recipient);
  const start = localStart(scenario.start);
  const aheadMin = recipient.utcOffsetMin - scenario.utcOffsetMin;
  const agenda = recipient.outOfOffice
    ? goneForGood
    : agendaOf({ seed, recipient: recipient.id, persona, start, aheadMin, lengthMs });
  const box: Mailbox = {
    seed,
    recipient: recipient.id,
    profile: persona.mail,
    agenda,
    traffic: trafficOf(seed, recipient.id, persona, agenda, lengthMs),
    otherMailMs: Math.round(persona.traffic.mailMinutes * minute),
    midnight: -(start.minuteOfDay + aheadMin) * minute,
  };
  return { recipient, persona, agenda, box, aheadMin };
}

/** The person with this id; the scenario check guarantees that references exist. */
export function personOf(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person) throw new RangeError(`no recipient ${id} in ${world.header.scenario.slug}`);
  return person;
}

/** Whom a request is answered by: its recipient, or the deputy while they are out of office (P5). */
export function answeredBy(world: World, request: Request): string {
  const owner = personOf(world, request.recipient).recipient;
  return owner.outOfOffice?.deputy ?? owner.id;
}
