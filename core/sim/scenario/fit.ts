import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';
import type { Recipient, Request, Scenario } from '@/core/contract/scenario';
import { holdsAnything, sampleMinutes } from '../chance/distribution';
import { minute } from '../time/localTime';
import { undoMs } from '../world';
import { prerequisitesOf } from './depth';
import { personaOf } from './personaOf';
import { defaultPersonas } from './personas';
import { worksDuring } from './presence';
import type { Problem } from './problem';

const persona = (scenario: Scenario, recipient: Recipient): Persona | null =>
  scenario.personas[recipient.persona] || defaultPersonas[recipient.persona]
    ? personaOf(scenario, recipient)
    : null;

/** Somebody who is never at work during the run; where the mission needs them, that is an error too, told at the request. */
export function neverAtWork(scenario: Scenario): Problem[] {
  return scenario.recipients.flatMap((r, i): Problem[] => {
    const p = persona(scenario, r);
    if (!p || r.outOfOffice || r.address === 'outdated' || worksDuring(scenario, r, p.calendar)) return [];
    const message = `${r.name} is not at work at any time during the run`;
    return [{ path: ['recipients', i, 'persona'], code: 'never-at-work', message, values: { name: r.name } }];
  });
}

/** The longest chain by mail, when every reply takes its usual time, against the length of the run. */
export function usualLength(scenario: Scenario): Problem[] {
  const minutes = Math.round(longestChain(scenario));
  if (minutes < scenario.lengthMin) return [];
  const message = `by mail the longest chain of requests usually takes ${minutes} minutes of work; the run lasts ${scenario.lengthMin}`;
  const values = { minutes, length: scenario.lengthMin };
  return [{ path: ['lengthMin'], code: 'short', message, values }];
}

/** Usual minutes from the start until the last of a chain is answered. Requests in a circle are told elsewhere; here one of them is left out. */
function longestChain(scenario: Scenario): number {
  const known = new Map<string, number>();
  const chain = (request: Request): number => {
    const done = known.get(request.id);
    if (done !== undefined) return done;
    known.set(request.id, 0);
    const own = Math.max(0, ...prerequisitesOf(scenario, request).map(chain)) + usualReply(scenario, request);
    known.set(request.id, own);
    return own;
  };
  return Math.max(0, ...scenario.requests.map(chain));
}

/** The median; nothing for one that cannot be drawn from, which is told elsewhere. */
const usual = (dist: Distribution): number => (holdsAnything(dist) ? sampleMinutes(dist, 0.5) : 0);

/** Half of a usual wait for the next look into the inbox, or the whole one where a mail itself brings it about; then the handling. */
function usualReply(scenario: Scenario, { recipient }: Request): number {
  const person = scenario.recipients.find(({ id }) => id === recipient);
  const p = person && persona(scenario, person);
  if (!p) return 0;
  return undoMs / minute + usualWait(p) + usual(p.handling) + p.mail.overhead;
}

function usualWait({ mail }: Persona): number {
  if (mail.profile === 'sampled') return usual(mail.delay);
  if (mail.check.kind === 'notified') return usual(mail.check.delay);
  if (mail.check.kind === 'interval') return usual(mail.check.gap) / 2;
  return 0;
}
