import type { AuthoredMail, Trigger } from '@/core/contract/scenario';
import { minute } from '../time/localTime';
import type { RunState } from './state';

/** P7: deeds that make authored mail come, by mail or call alike. An item that is due stays due. */
export const trigger = {
  asked(state: RunState, request: string, simMs: number): void {
    arm(state, (on) => 'asked' in on && on.asked === request, simMs);
    for (const mail of state.world.timed)
      if (mail.on && 'notAnsweredAfter' in mail.on && mail.on.notAnsweredAfter.request === request)
        arrive(state, mail, simMs + Math.round(mail.on.notAnsweredAfter.minutes * minute));
  },
  answered(state: RunState, request: string, simMs: number): void {
    arm(state, (on) => 'answered' in on && on.answered === request, simMs);
    arm(state, (on) => 'solved' in on && on.solved <= solvedCount(state), simMs);
    for (const mail of state.world.timed)
      if (
        mail.on &&
        'notAnsweredAfter' in mail.on &&
        mail.on.notAnsweredAfter.request === request &&
        state.authored.has(mail.id)
      )
        state.authored.set(mail.id, null);
  },
};

function arm(state: RunState, happened: (on: Trigger) => boolean, simMs: number): void {
  for (const mail of state.world.timed) if (mail.on && happened(mail.on)) arrive(state, mail, simMs);
}

function arrive(state: RunState, mail: AuthoredMail, simMs: number): void {
  if (state.authored.get(mail.id) === null)
    state.authored.set(mail.id, simMs + Math.round(mail.delay * minute));
}

const solvedCount = (state: RunState): number =>
  [...state.world.requests.values()].filter(
    (r) => r.required && state.requests.get(r.id)?.answeredMs !== null,
  ).length;
