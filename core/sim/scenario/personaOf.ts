import type { Persona } from '@/core/contract/persona';
import type { Recipient, Scenario } from '@/core/contract/scenario';
import { defaultPersonas } from './personas';

export function personaOf(scenario: Scenario, recipient: Recipient): Persona {
  const base = scenario.personas[recipient.persona] ?? defaultPersonas[recipient.persona];
  if (!base) throw new RangeError(`no persona ${recipient.persona}`);
  const { tune } = recipient;
  if (!tune) return base;
  return {
    ...base,
    calendar: { ...base.calendar, ...clean(tune.calendar) },
    meetings: { ...base.meetings, ...clean(tune.meetings) },
    away: { ...base.away, ...clean(tune.away) },
    mail: tune.mail ?? base.mail,
    reply: { ...base.reply, ...clean(tune.reply) },
    handling: tune.handling ?? base.handling,
    traffic: { ...base.traffic, ...clean(tune.traffic) },
    call: { ...base.call, ...clean(tune.call) },
  };
}
const clean = <T extends object>(part: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, v]) => v !== undefined)) as never;
