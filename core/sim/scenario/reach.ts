import type { Persona } from '@/core/contract/persona';
import type { AuthoredMail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import { prerequisitesOf } from './depth';
import { personaOf } from './personaOf';
import { defaultPersonas } from './personas';
import { worksDuring } from './presence';
import type { Problem } from './problem';

/** P7: the mission can be solved in every mode: details become known, nobody waits in a circle, somebody answers. */
export function reach(scenario: Scenario): Problem[] {
  return [...nothingRequired(scenario), ...deputies(scenario), ...neverKnown(scenario), ...circle(scenario), ...noAnswer(scenario)];
}

function nothingRequired({ requests }: Scenario): Problem[] {
  if (requests.some((r) => r.required)) return [];
  return [{ path: ['requests'], code: 'nothing-required', message: 'at least one request must be required' }];
}

/** P5: a deputy is somebody else, who is there. */
function deputies({ recipients }: Scenario): Problem[] {
  return recipients.flatMap((r, i): Problem[] => {
    const deputy = recipients.find((d) => d.id === r.outOfOffice?.deputy);
    if (!deputy) return [];
    const why =
      deputy.id === r.id
        ? `${r.name} cannot be their own deputy`
        : deputy.outOfOffice
          ? `${deputy.name}, the deputy of ${r.name}, is out of office too`
          : deputy.address === 'outdated'
            ? `mail to ${deputy.name}, the deputy of ${r.name}, bounces`
            : null;
    return why === null
      ? []
      : [{ path: ['recipients', i, 'outOfOffice', 'deputy'], code: 'unreachable', message: why }];
  });
}

/** A4: what is asked for must become known whatever happens; a mail that waits for silence may never come. */
function neverKnown(scenario: Scenario): Problem[] {
  const sure = new Set([
    ...scenario.details.filter((d) => d.known).map((d) => d.id),
    ...scenario.requests.map((r) => r.gives),
    ...scenario.mail.filter(sureToCome).map((m) => m.gives),
  ]);
  return scenario.requests.flatMap((r, i) =>
    r.details.flatMap((d, k): Problem[] =>
      sure.has(d) || !scenario.details.some((known) => known.id === d)
        ? []
        : [
            {
              path: ['requests', i, 'details', k],
              code: 'never-known',
              message: `${r.id} needs “${d}”, but no request gives it, no mail is sure to bring it, and it is not known from the start`,
            },
          ],
    ),
  );
}

const sureToCome = (m: AuthoredMail): boolean => !m.on || !('notAnsweredAfter' in m.on);

/** Answers everything that can be answered, until nothing is left or the rest waits for itself. */
function circle(scenario: Scenario): Problem[] {
  const facts = new Set(scenario.details.filter((d) => d.known || !isGiven(scenario, d.id)).map((d) => d.id));
  const open = new Set(scenario.requests);
  for (let before = -1; before !== open.size + facts.size; ) {
    before = open.size + facts.size;
    const solved = scenario.requests.filter((r) => r.required && !open.has(r)).length;
    const gifts = scenario.mail.filter((m) => comes(m, scenario.requests, open, solved));
    for (const m of gifts) if (m.gives !== undefined) facts.add(m.gives);
    for (const r of open)
      if (r.details.every((d) => facts.has(d))) {
        open.delete(r);
        if (r.gives !== undefined) facts.add(r.gives);
      }
    before = before === open.size + facts.size && gifts.length >= 0 ? open.size + facts.size : -1;
  }
  const [first] = open;
  if (!first) return [];
  const names = [...open].map((r) => r.id).join(', ');
  return [
    {
      path: ['requests', scenario.requests.indexOf(first)],
      code: 'cycle',
      message: `these wait for each other in a circle, so none of them can be answered: ${names}`,
    },
  ];
}
