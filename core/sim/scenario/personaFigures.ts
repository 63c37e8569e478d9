import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';
import { quantileMinutes } from '../chance/distribution';

/** A duration as people read it: its median and 90 % quantile, in minutes. */
export interface Span {
  median: number;
  q90: number;
}
const span = (dist: Distribution): Span => ({
  median: quantileMinutes(dist, 0.5),
  q90: quantileMinutes(dist, 0.9),
});

/** How somebody comes to their mail, in the terms a page has sentences for. */
export type MailHabit =
  | ({ kind: 'sampled' | 'notified' | 'interval' } & Span)
  | { kind: 'fixed'; times: string[] };

/** The figures of a persona, ready to be put into words. Shares are 0 to 1, times minutes. */
export function figuresOf(persona: Persona) {
  const { calendar, meetings, away, reply, traffic, call } = persona;
  return {
    mail: habitOf(persona),
    reply: reply.chance,
    handling: span(persona.handling),
    pickUp: call.pickUp,
    ring: span(call.ring),
    line: { busyShare: call.busyShare, lines: call.lines, whenBusy: call.whenBusy },
    callBack: call.callBack,
    hours: { from: calendar.from, to: calendar.to, daysOff: calendar.daysOff.length },
    meetings,
    away,
    traffic,
    lost: span(call.lost),
  };
}

function habitOf({ mail }: Persona): MailHabit {
  if (mail.profile === 'sampled') return { kind: 'sampled', ...span(mail.delay) };
  const { check } = mail;
  if (check.kind === 'fixed') return { kind: 'fixed', times: check.times };
  return check.kind === 'notified'
    ? { kind: 'notified', ...span(check.delay) }
    : { kind: 'interval', ...span(check.gap) };
}
