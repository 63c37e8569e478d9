import type { NewEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { Driven, is, luckOf, poisson, recipientName, requestName, type Source, worldOf } from './driven';
import { average } from './estimate';

/** One mail's way through an inbox, in simulated ms. */
export interface Passage {
  sent: number;
  read: number;
  answered: number;
}

export interface Stream {
  scenario: Scenario;
  seed: string;
  perHour: number;
  /** Mails sent, of which so many at the beginning are not counted. */
  mails: number;
  warmUp: number;
  /** Mails that lie there at the start already; they are not counted either. */
  backlog?: number;
}

/** All mails of a run in order of sending; those that count begin at `from`. */
export interface Observed {
  all: Passage[];
  from: number;
}

/** Mails of a Poisson stream to one recipient, until all are answered. */
export function passages({ scenario, seed, perHour, mails, warmUp, backlog = 0 }: Stream): Observed {
  const arrival = poisson(luckOf(seed), 3_600_000 / perHour);
  const moment = (k: number) => (k < backlog ? 0 : arrival(k - backlog));
  return { all: send(scenario, seed, mails + backlog, moment), from: warmUp + backlog };
}

/** The mean of something over the mails that count. */
export const over = ({ all, from }: Observed, f: (p: Passage) => number): number =>
  average(all.slice(from), f);

/** How many mails a mail finds in the state that `until` ends, as a mean over those that count. */
export function found({ all, from }: Observed, until: 'read' | 'answered'): number {
  let sum = 0;
  for (let i = from; i < all.length; i++) {
    const sent = all[i]?.sent ?? 0;
    for (let j = i - 1; j >= 0 && (all[j]?.[until] ?? 0) > sent; j--) sum++;
  }
  return sum / (all.length - from);
}

/**
 * Mails sent to one recipient at these moments, each asking something of its own, until all are answered, or until a moment: then
 * `read` and `answered` are 0 for what had not happened.
 */
export function send(
  scenario: Scenario,
  seed: string,
  mails: number,
  moment: (k: number) => number,
  { untilMs = Number.MAX_SAFE_INTEGER } = {},
): Passage[] {
  const to = recipientName(0);
  const run = new Driven(worldOf(scenario, 'mail', seed));
  const all: Passage[] = [];
  const byMail = new Map<string, Passage>();
  let answered = 0;
  let over = false;
  const source: Source = {
    next: () => (all.length < mails ? moment(all.length) : untilMs),
    act(now) {
      over = now >= untilMs;
      if (over) return;
      all.push({ sent: now, read: 0, answered: 0 });
      run.mail(to, requestName(to, all.length - 1));
    },
    seen(event: NewEvent) {
      const last = all[all.length - 1];
      if (is(event, 'mail.sent') && last) byMail.set(event.data.mailId, last);
      if (is(event, 'mail.read')) set(event.data.mailId, 'read', event.simMs);
      if (is(event, 'mail.received')) {
        set(event.data.inReplyTo ?? '', 'answered', event.simMs);
        answered++;
      }
    },
    done: () => over || answered === mails,
  };
  const set = (mailId: string, what: 'read' | 'answered', at: number) => {
    const passage = byMail.get(mailId);
    if (passage) passage[what] = at;
  };
  run.play(source);
  return all;
}
