import type { Persona } from '@/core/contract/persona';
import type { AuthoredMail, Detail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import { type Hours, hoursOf } from '../agenda/agenda';
import { nameWord } from '../chance/draw';
import { type Matcher, matcherOf } from '../match/matcher';
import { localStart, minute } from '../time/localTime';
import { evenMail, evenPersona, evenRecipient, evenRequest } from './even';
import { personaOf } from './personaOf';

/** A recipient as the scenario alone makes them, before anything is drawn. */
export interface Part {
  recipient: Recipient;
  persona: Persona;
  /** Their id as a word of the keys of draws. */
  name: number;
  hours: Hours;
  /** Minutes their clock is ahead of the participant's. */
  aheadMin: number;
  /** simMs of their first midnight. */
  midnight: number;
}

/** All that is a pure function of the scenario, and the same in every run of it. */
export interface Stage {
  lengthMs: number;
  parts: readonly Part[];
  requests: ReadonlyMap<string, Request>;
  details: ReadonlyMap<string, Detail>;
  timed: readonly AuthoredMail[];
  /** Those of `timed` that come when nothing has happened for a while (P7), with their place in it. */
  quiet: ReadonlyArray<{ mail: AuthoredMail; index: number; afterMs: number }>;
  matcher: Matcher;
}

const known = new WeakMap<Scenario, Stage>();

/** What a scenario comes to before the first draw, worked out once per document. */
export function stageOf(scenario: Scenario): Stage {
  const before = known.get(scenario);
  if (before) return before;
  const stage = build(scenario);
  known.set(scenario, stage);
  return stage;
}

function build(scenario: Scenario): Stage {
  const lengthMs = scenario.lengthMin * minute;
  const timed = scenario.mail.map(evenMail);
  return {
    lengthMs,
    parts: scenario.recipients.map((r) => partOf(scenario, r, lengthMs)),
    requests: byId(scenario.requests.map(evenRequest)),
    details: byId(scenario.details),
    timed,
    quiet: timed.flatMap((mail, index) =>
      mail.on && 'quiet' in mail.on ? [{ mail, index, afterMs: Math.round(mail.on.quiet * minute) }] : [],
    ),
    matcher: matcherOf(scenario),
  };
}

function partOf(scenario: Scenario, recipient: Recipient, lengthMs: number): Part {
  const persona = evenPersona(personaOf(scenario, recipient));
  const start = localStart(scenario.start);
  const aheadMin = recipient.utcOffsetMin - scenario.utcOffsetMin;
  return {
    recipient: evenRecipient(recipient),
    persona,
    name: nameWord(recipient.id),
    hours: hoursOf({ persona, start, aheadMin, lengthMs }),
    aheadMin,
    midnight: -(start.minuteOfDay + aheadMin) * minute,
  };
}

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((x) => [x.id, x]));
