import { limits } from '@/core/contract/limits';
import type { Scenario } from '@/core/contract/scenario';
import { nameWord } from '../chance/draw';
import { wordCount } from '../match/words';
import { depthOf } from './depth';
import { defaultPersonas } from './personas';

/** Something that keeps a scenario from being played. `path` leads to the part concerned. */
export interface Problem {
  path: (string | number)[];
  code:
    | 'duplicate'
    | 'unknown'
    | 'never-known'
    | 'cycle'
    | 'unreachable'
    | 'too-many'
    | 'too-long'
    | 'date'
    | 'hidden'
    | 'range'
    | 'nothing-required'
    | 'names-collide';
  message: string;
}

const answerWords = 20;
const mailWords = 60;
const mostCalls = 2;
const mostQuiet = 4;

/** Everything that is wrong with a document whose form is right; empty when it can be played. */
export function problemsOf(scenario: Scenario): Problem[] {
  return [
    ...duplicates(scenario),
    ...references(scenario),
    ...knowable(scenario),
    ...reachable(scenario),
    ...sizes(scenario),
    ...rest(scenario),
  ];
}

type Listed = 'recipients' | 'requests' | 'details' | 'mail';
const lists: readonly Listed[] = ['recipients', 'requests', 'details', 'mail'];

function duplicates(scenario: Scenario): Problem[] {
  return lists.flatMap((list) => {
    const ids = scenario[list].map((x) => x.id);
    return ids.flatMap((id, i): Problem[] =>
      ids.indexOf(id) < i
        ? [{ path: [list, i, 'id'], code: 'duplicate', message: `there is another ${id} in ${list}` }]
        : [],
    );
  });
}

function references(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const known = {
    recipient: ids(scenario.recipients),
    request: ids(scenario.requests),
    detail: ids(scenario.details),
  };
  const check = (kind: keyof typeof known, id: string | undefined, path: Problem['path']) => {
    if (id !== undefined && !known[kind].has(id))
      problems.push({ path, code: 'unknown', message: `there is no ${kind} ${id}` });
  };
  scenario.recipients.forEach((r, i) => {
    check('recipient', r.outOfOffice?.deputy, ['recipients', i, 'outOfOffice', 'deputy']);
    if (!scenario.personas[r.persona] && !defaultPersonas[r.persona])
      problems.push({
        path: ['recipients', i, 'persona'],
        code: 'unknown',
        message: `there is no persona ${r.persona}`,
      });
  });
  scenario.requests.forEach((r, i) => {
    check('recipient', r.recipient, ['requests', i, 'recipient']);
    check('detail', r.gives, ['requests', i, 'gives']);
    r.details.forEach((d, k) => check('detail', d, ['requests', i, 'details', k]));
    r.hidden.forEach((d, k) => {
      if (!r.details.includes(d))
        problems.push({
          path: ['requests', i, 'hidden', k],
          code: 'hidden',
          message: `${d} is not among the details of ${r.id}`,
        });
    });
  });
  scenario.mail.forEach((m, i) => {
    check('recipient', m.from, ['mail', i, 'from']);
    check('detail', m.gives, ['mail', i, 'gives']);
    check('request', requestOf(m.on), ['mail', i, 'on']);
  });
  return problems;
}

const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map((x) => x.id));

function requestOf(on: Scenario['mail'][number]['on']): string | undefined {
  if (!on) return undefined;
  if ('asked' in on) return on.asked;
  if ('answered' in on) return on.answered;
  return 'notAnsweredAfter' in on ? on.notAnsweredAfter.request : undefined;
}

/** A4: every detail that is asked for can become known, and prerequisites form no circle. */
function knowable(scenario: Scenario): Problem[] {
  const given = new Set([
    ...scenario.details.filter((d) => d.known).map((d) => d.id),
    ...scenario.requests.flatMap((r) => (r.gives ? [r.gives] : [])),
    ...scenario.mail.flatMap((m) => (m.gives ? [m.gives] : [])),
  ]);
  const details = ids(scenario.details);
  const never = scenario.requests.flatMap((r, i) =>
    r.details.flatMap((d, k): Problem[] =>
      details.has(d) && !given.has(d)
        ? [
            {
              path: ['requests', i, 'details', k],
              code: 'never-known',
              message: `nobody ever makes ${d} known`,
            },
          ]
        : [],
    ),
  );
  const cycle: Problem[] =
    depthOf(scenario) === null
      ? [
          {
            path: ['requests'],
            code: 'cycle',
            message: 'requests wait for each other in a circle, so none of them can be answered',
          },
        ]
      : [];
  return [...never, ...cycle];
}

/** P5, P7: every required request has somebody who can answer it by mail. */
function reachable(scenario: Scenario): Problem[] {
  const person = (id: string) => scenario.recipients.find((r) => r.id === id);
  const problems = scenario.requests.flatMap((r, i): Problem[] => {
    const owner = person(r.recipient);
    const deputy = owner?.outOfOffice ? person(owner.outOfOffice.deputy) : owner;
    const there = deputy?.address === 'valid' && !deputy.outOfOffice && owner?.address === 'valid';
    if (!owner || !deputy || there || !r.required) return [];
    return [
      {
        path: ['requests', i, 'recipient'],
        code: 'unreachable',
        message: `${r.id} is required, but neither ${owner.name} nor a deputy can answer it`,
      },
    ];
  });
  return scenario.requests.some((r) => r.required)
    ? problems
    : [
        ...problems,
        { path: ['requests'], code: 'nothing-required', message: 'at least one request must be required' },
      ];
}

function sizes(scenario: Scenario): Problem[] {
  const long = (path: Problem['path'], text: string, most: number): Problem[] =>
    wordCount(text) > most
      ? [{ path, code: 'too-long', message: `has ${wordCount(text)} words; ${most} is the most` }]
      : [];
  const count = (n: number, most: number, what: string): Problem[] =>
    n > most ? [{ path: ['mail'], code: 'too-many', message: `${n} ${what}; ${most} is the most` }] : [];
  return [
    ...scenario.requests.flatMap((r, i) => long(['requests', i, 'answer'], r.answer, answerWords)),
    ...scenario.mail.flatMap((m, i) => long(['mail', i, 'text'], m.text, mailWords)),
    ...count(scenario.mail.filter((m) => m.asCall).length, mostCalls, 'items come as calls'),
    ...count(scenario.mail.filter((m) => m.on && 'quiet' in m.on).length, mostQuiet, 'items wait for quiet'),
    ...(scenario.requests.length > limits.requestsPerMail * 8
      ? [{ path: ['requests'], code: 'too-many' as const, message: 'more requests than a mission can hold' }]
      : []),
  ];
}

function rest(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  if (!isDate(scenario.start))
    problems.push({ path: ['start'], code: 'date', message: 'there is no such day' });
  scenario.desk.cards.forEach((card, i) => {
    if (card.kind === 'sum' && card.low >= card.high)
      problems.push({ path: ['desk', 'cards', i, 'low'], code: 'range', message: 'low must be below high' });
    if (card.kind !== 'sort') return;
    card.items.forEach((item, k) => {
      if (item.bucket >= card.buckets.length)
        problems.push({
          path: ['desk', 'cards', i, 'items', k, 'bucket'],
          code: 'range',
          message: `there is no bucket ${item.bucket}`,
        });
    });
  });
  return [...problems, ...collisions(scenario)];
}

/** R1: draws are keyed by hashed names, so no two names may share a hash. */
function collisions(scenario: Scenario): Problem[] {
  const names = new Set([...scenario.recipients.map((r) => r.id), ...scenario.requests.map((r) => r.id)]);
  const words = new Map<number, string>();
  const problems: Problem[] = [];
  for (const name of names) {
    const other = words.get(nameWord(name));
    if (other !== undefined)
      problems.push({
        path: [],
        code: 'names-collide',
        message: `${name} and ${other} have the same hash; rename one of them`,
      });
    words.set(nameWord(name), name);
  }
  return problems;
}

function isDate(text: string): boolean {
  const [year, month, dayOfMonth] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined || month < 1 || month > 12)
    return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return dayOfMonth >= 1 && dayOfMonth <= days;
}
