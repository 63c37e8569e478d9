import type { Persona } from '@/core/contract/persona';
import type { Recipient, Scenario } from '@/core/contract/scenario';
import { defaultPersonas } from './personas';

/** How a recipient behaves: the scenario's persona of that name, else the default one, tuned part by part. RangeError if there is none. */
export function personaOf(
  scenario: Pick<Scenario, 'personas'>,
  recipient: Pick<Recipient, 'persona' | 'tune'>,
): Persona {
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

/** Without keys whose value is undefined, which would otherwise overwrite the persona's. */
function clean<T extends object>(part: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part ?? {}).filter(([, v]) => v !== undefined)) as never;
}
