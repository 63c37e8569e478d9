import type { Persona } from '@/core/contract/persona';
import type { AuthoredMail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import { prerequisitesOf } from './depth';
import { personaOf } from './personaOf';
import { defaultPersonas } from './personas';
import { worksDuring } from './presence';
import type { Problem } from './problem';

/** P7: the mission can be solved in every mode: details become known, nobody waits in a circle, somebody answers. */
export function reach(scenario: Scenario): Problem[] {
  return [
    ...nothingRequired(scenario),
    ...deputies(scenario),
    ...neverKnown(scenario),
    ...circle(scenario),
    ...noAnswer(scenario),
  ];
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
    const [why, message] =
      deputy.id === r.id
        ? ['ownDeputy', `${r.name} cannot be their own deputy`]
        : deputy.outOfOffice
          ? ['deputyAway', `${deputy.name}, the deputy of ${r.name}, is out of office too`]
          : deputy.address === 'outdated'
            ? ['deputyBounces', `mail to ${deputy.name}, the deputy of ${r.name}, bounces`]
            : [];
    if (why === undefined || message === undefined) return [];
    const path = ['recipients', i, 'outOfOffice', 'deputy'];
    return [{ path, code: 'unreachable', message, values: { why, name: deputy.name, of: r.name } }];
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
              values: { detail: scenario.details.find((known) => known.id === d)?.label ?? d },
            },
          ],
    ),
  );
}

const sureToCome = (m: AuthoredMail): boolean => !m.on || !('notAnsweredAfter' in m.on);

/** Answers whatever can be answered until nothing more can be; what is left waits for itself (A4). */
function circle(scenario: Scenario): Problem[] {
  const stuck = stuckRequests(scenario);
  const [first] = stuck;
  if (!first) return [];
  return [
    {
      path: ['requests', scenario.requests.indexOf(first)],
      code: 'cycle',
      message: `these wait for each other in a circle, so none can be answered: ${stuck.map((r) => r.id).join(', ')}`,
      values: { titles: stuck.map((r) => r.title).join(', ') },
    },
  ];
}

/** A detail that nobody gives counts as known here: it has a problem of its own. */
function stuckRequests({ details, requests, mail }: Scenario): Request[] {
  const givers = [...requests, ...mail];
  const facts = new Set(
    details.filter((d) => d.known || !givers.some((g) => g.gives === d.id)).map((d) => d.id),
  );
  const answered = new Set<Request>();
  for (let round = 0; round <= givers.length; round++) {
    for (const m of mail) if (m.gives !== undefined && comes(m, answered)) facts.add(m.gives);
    for (const r of requests) {
      if (!r.details.every((d) => facts.has(d) || !details.some((known) => known.id === d))) continue;
      answered.add(r);
      if (r.gives !== undefined) facts.add(r.gives);
    }
  }
  return requests.filter((r) => !answered.has(r));
}

function comes({ on }: AuthoredMail, answered: ReadonlySet<Request>): boolean {
  const done = [...answered];
  if (on && 'answered' in on) return done.some((r) => r.id === on.answered);
  if (on && 'solved' in on) return done.filter((r) => r.required).length >= on.solved;
  return true;
}

/** P7: whoever is needed for the mission can be asked by mail and reached by phone. */
function noAnswer(scenario: Scenario): Problem[] {
  const needed = neededFor(scenario);
  return unanswered(scenario)
    .filter(({ request }) => needed.has(request))
    .map(({ request, at, silence }) => ({
      path: ['requests', at, 'recipient'],
      code: 'unreachable',
      message: `${request.id} is needed, but ${sentences[silence.why](silence.name)}`,
      values: { ...silence },
    }));
}

/** What the mission can do without, and nobody will ever answer; and mail that waits for such an answer. */
export function idle(scenario: Scenario): Problem[] {
  const needed = neededFor(scenario);
  const never = unanswered(scenario);
  const waits = new Map(never.map(({ request }) => [request.id, request.title]));
  return [
    ...never
      .filter(({ request }) => !needed.has(request))
      .map(
        ({ request, at, silence }): Problem => ({
          path: ['requests', at, 'recipient'],
          code: 'unanswerable',
          message: `${request.id} will never be answered: ${sentences[silence.why](silence.name)}`,
          values: { ...silence },
        }),
      ),
    ...scenario.mail.flatMap((m, i): Problem[] =>
      m.on && 'answered' in m.on && waits.has(m.on.answered)
        ? [
            {
              path: ['mail', i, 'on', 'answered'],
              code: 'never-fires',
              message: `${m.id} waits for the answer to ${m.on.answered}, which never comes`,
              values: { title: waits.get(m.on.answered) ?? m.on.answered },
            },
          ]
        : [],
    ),
    ...unused(scenario),
  ];
}

/** Facts that nobody tells and nobody needs. One that is needed and told by nobody is an error. */
function unused({ details, requests, mail }: Scenario): Problem[] {
  const used = new Set([...requests, ...mail].flatMap((x) => x.gives ?? []));
  for (const r of requests) for (const d of r.details) used.add(d);
  return details.flatMap((d, i): Problem[] =>
    used.has(d.id)
      ? []
      : [{ path: ['details', i], code: 'unused', message: `nobody tells “${d.id}”, and nobody needs it` }],
  );
}

/** Why somebody answers nothing. */
interface Silence {
  why: keyof typeof sentences;
  name: string;
}
const sentences = {
  bounces: (name: string) => `mail to ${name} bounces`,
  noMail: (name: string) => `${name} never answers a mail`,
  noCall: (name: string) => `${name} never takes a call`,
  notThere: (name: string) => `${name} is not at work at any time during the run`,
};

function unanswered(scenario: Scenario): { request: Request; at: number; silence: Silence }[] {
  return scenario.requests.flatMap((request, at) => {
    const silence = whyNobody(scenario, request);
    return silence === null ? [] : [{ request, at, silence }];
  });
}

/** The required requests and everything that leads to them. */
function neededFor(scenario: Scenario): Set<Request> {
  const needed = new Set<Request>();
  const visit = (r: Request): void => {
    if (needed.has(r)) return;
    needed.add(r);
    prerequisitesOf(scenario, r).forEach(visit);
  };
  scenario.requests.filter((r) => r.required).forEach(visit);
  return needed;
}

/** Why this request can never be answered, or null. What other checks report is not repeated here. */
function whyNobody(scenario: Scenario, request: Request): Silence | null {
  const person = (id: string) => scenario.recipients.find((r) => r.id === id);
  const owner = person(request.recipient);
  if (!owner) return null;
  if (owner.address === 'outdated') return { why: 'bounces', name: owner.name };
  const answerer = owner.outOfOffice ? person(owner.outOfOffice.deputy) : owner;
  if (!answerer || !isPersona(scenario, answerer)) return null;
  return whyNever(scenario, answerer, personaOf(scenario, answerer));
}

const isPersona = (scenario: Scenario, { persona }: Recipient): boolean =>
  (scenario.personas[persona] ?? defaultPersonas[persona]) !== undefined;

function whyNever(scenario: Scenario, { name, utcOffsetMin }: Recipient, persona: Persona): Silence | null {
  const { call } = persona;
  if (persona.reply.chance.every((p) => p === 0)) return { why: 'noMail', name };
  if (call.pickUp === 0 && !(call.voicemail && call.callBack.voicemail > 0)) return { why: 'noCall', name };
  return worksDuring(scenario, { utcOffsetMin }, persona.calendar) ? null : { why: 'notThere', name };
}
