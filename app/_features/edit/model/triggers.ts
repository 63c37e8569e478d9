import type { Draft } from '@/core/contract/draft';
import type { AuthoredMail, Trigger } from '@/core/contract/scenario';

export const triggerKinds = ['asked', 'answered', 'notAnsweredAfter', 'solved', 'quiet'] as const;
/** What makes a mail come: a moment, or one of the things that can happen. */
export type When = 'at' | (typeof triggerKinds)[number];

export const whenOf = ({ on }: AuthoredMail): When => triggerKinds.find((kind) => on && kind in on) ?? 'at';

/** The mail, coming for another reason; what the reasons have in common stays. */
export function withWhen(draft: Draft, mail: AuthoredMail, when: When): AuthoredMail {
  const { at: _, on: before, ...rest } = mail;
  if (when === 'at') return { ...rest, delay: 0, at: mail.at ?? Math.round(draft.lengthMin / 4) };
  const request = (before && requestOf(before)) ?? draft.requests[0]?.id ?? '';
  const triggers: Record<Exclude<When, 'at'>, Trigger> = {
    asked: { asked: request },
    answered: { answered: request },
    notAnsweredAfter: { notAnsweredAfter: { request, minutes: 20 } },
    solved: { solved: 1 },
    quiet: { quiet: 20 },
  };
  return { ...rest, on: triggers[when] };
}

/** The request that a trigger is about; undefined for one that is about none. */
export function requestOf(on: Trigger): string | undefined {
  if ('asked' in on) return on.asked;
  if ('answered' in on) return on.answered;
  return 'notAnsweredAfter' in on ? on.notAnsweredAfter.request : undefined;
}

/** The trigger, about another request. */
export function aboutRequest(on: Trigger, request: string): Trigger {
  if ('asked' in on) return { asked: request };
  if ('answered' in on) return { answered: request };
  return 'notAnsweredAfter' in on ? { notAnsweredAfter: { ...on.notAnsweredAfter, request } } : on;
}

/** The figure of a trigger: minutes of silence or quiet, or how many are solved. */
export function figureOf(on: Trigger): number | undefined {
  if ('notAnsweredAfter' in on) return on.notAnsweredAfter.minutes;
  if ('solved' in on) return on.solved;
  return 'quiet' in on ? on.quiet : undefined;
}

export function withFigure(on: Trigger, figure: number): Trigger {
  if ('notAnsweredAfter' in on) return { notAnsweredAfter: { ...on.notAnsweredAfter, minutes: figure } };
  if ('solved' in on) return { solved: Math.round(figure) };
  return 'quiet' in on ? { quiet: figure } : on;
}
