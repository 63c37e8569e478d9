import type { Mode } from '@/core/contract/ids';
import type { Request, Scenario } from '@/core/contract/scenario';
import { agendaOf, goneForGood } from './agenda/agenda';
import { LazyAgenda } from './agenda/lazyAgenda';
import { type Seed, seedOf } from './chance/draw';
import type { Mailbox } from './mail/reading';
import { Traffic } from './mail/traffic';
import { type Part, type Stage, stageOf } from './scenario/stage';
import { minute } from './time/localTime';

/** Raised whenever the same seed and commands may give another log than before (T3). */
export const engineVersion = 4;
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
export interface Person extends Part {
  agenda: LazyAgenda;
  box: Mailbox;
}

/** All that is a pure function of scenario and seed; shared by every state of the run. */
export interface World extends Omit<Stage, 'parts'> {
  header: WorldHeader;
  seed: Seed;
  undoMs: number;
  people: ReadonlyMap<string, Person>;
}

/** Builds the world of a run. The scenario must have no problems (core/sim/scenario/problems). */
export function createWorld(header: WorldHeader): World {
  const { scenario } = header;
  const seed = seedOf(header.seed);
  const { parts, lengthMs, requests, details, timed, quiet, matcher } = stageOf(scenario);
  const people = new Map<string, Person>();
  for (const part of parts) people.set(part.recipient.id, personIn(part, seed, lengthMs));
  return { header, seed, lengthMs, undoMs, people, requests, details, timed, quiet, matcher };
}

function personIn(part: Part, seed: Seed, lengthMs: number): Person {
  const { recipient, persona, name, hours, aheadMin, midnight } = part;
  const gone = recipient.outOfOffice !== undefined;
  const setting = { seed, recipient: name, persona };
  const { outside, until } = hours;
  const agenda = gone
    ? LazyAgenda.of(goneForGood)
    : new LazyAgenda(agendaOf(setting, hours, until), until, () => agendaOf(setting, hours));
  const box: Mailbox = {
    seed,
    recipient: name,
    profile: persona.mail,
    agenda,
    traffic: new Traffic(seed, name, persona, gone ? goneForGood : outside, lengthMs),
    otherMailMs: Math.round(persona.traffic.mailMinutes * minute),
    midnight,
  };
  return { recipient, persona, name, hours, aheadMin, midnight, agenda, box };
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
