import type { Persona } from '@/core/contract/persona';
import type { Scenario } from '@/core/contract/scenario';
import { agendaOf, hoursOf, workUntil } from '../agenda/agenda';
import { LazyAgenda } from '../agenda/lazyAgenda';
import { sampleMs } from '../chance/distribution';
import { draw, seedOf } from '../chance/draw';
import { firstCursor, type Mailbox, nextReading } from '../mail/reading';
import { Traffic } from '../mail/traffic';
import { localStart, minute } from '../time/localTime';

/** How long a mail waits for one kind of person, in simulated minutes from sending, each list sorted. */
export interface Delays {
  /** Until it is read. */
  read: number[];
  /** Until the reply is there, of those that are answered at the first asking. */
  reply: number[];
  /** Mails that this is about: in each list stand those that come to it before the run and a day more are over. */
  mails: number;
}

/**
 * What sending one mail to this person at a random moment of the run's first half comes to, by the very readings and distributions that
 * a run uses: `mails` mails, each to a person with luck of their own.
 */
export function delaysOf(
  scenario: Pick<Scenario, 'start' | 'utcOffsetMin' | 'lengthMin'>,
  persona: Persona,
  utcOffsetMin: number,
  mails: number,
): Delays {
  const lengthMs = scenario.lengthMin * minute;
  const start = localStart(scenario.start);
  const aheadMin = utcOffsetMin - scenario.utcOffsetMin;
  const hours = hoursOf({ persona, start, aheadMin, lengthMs });
  const read: number[] = [];
  const reply: number[] = [];
  for (let k = 0; k < mails; k++) {
    const seed = seedOf(`delay ${k}`);
    const recipient = 'someone';
    const agenda = agendaOf({ seed, recipient, persona }, hours);
    const box: Mailbox = {
      ...{ seed, recipient, profile: persona.mail, agenda: LazyAgenda.of(agenda) },
      traffic: new Traffic(seed, recipient, persona, agenda, lengthMs),
      otherMailMs: Math.round(persona.traffic.mailMinutes * minute),
      midnight: -(start.minuteOfDay + aheadMin) * minute,
    };
    const at = Math.round((draw(seed, 'sent') * lengthMs) / 2);
    const waiting = { mailId: 'm1', at, readableAt: at, key: { request: 'something', n: 1 } };
    const reading = nextReading(box, firstCursor(), [waiting]);
    if (!reading) continue;
    read.push((reading.at - at) / minute);
    if (draw(seed, 'answers') >= (persona.reply.chance[0] ?? 0)) continue;
    const work = persona.mail.overhead * minute + sampleMs(persona.handling, draw(seed, 'handles'));
    const done = persona.mail.profile === 'sampled' ? reading.at + work : workUntil(agenda, reading.at, work);
    reply.push((done - at) / minute);
  }
  const up = (a: number, b: number) => a - b;
  return { read: read.sort(up), reply: reply.sort(up), mails };
}

/** The share of all mails whose delay is at most `minutes`. */
export const shareWithin = (delays: readonly number[], mails: number, minutes: number): number =>
  delays.filter((d) => d <= minutes).length / mails;
