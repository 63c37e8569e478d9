import type { Scenario } from '@/core/contract/scenario';
import { defaultPersonas } from './personas';
import type { Problem } from './problem';

const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map((x) => x.id));

/** Ids, and what people tell things apart by on the screen, occur once; a detail has one request that gives it. */
export function duplicates(scenario: Scenario): Problem[] {
  const { recipients, requests, details, mail } = scenario;
  return [
    ...twice(recipients, 'recipients', 'id', (r) => r.id),
    ...twice(requests, 'requests', 'id', (r) => r.id),
    ...twice(details, 'details', 'id', (d) => d.id),
    ...twice(mail, 'mail', 'id', (m) => m.id),
    ...twice(recipients, 'recipients', 'name', (r) => r.name),
    ...twice(requests, 'requests', 'title', (r) => r.title),
    ...twice(details, 'details', 'label', (d) => d.label),
    ...twice(requests, 'requests', 'gives', (r) => r.gives),
  ];
}

function twice<T>(
  list: readonly T[],
  name: string,
  key: string,
  of: (item: T) => string | undefined,
): Problem[] {
  const values = list.map(of);
  return values.flatMap((value, i): Problem[] =>
    value !== undefined && values.indexOf(value) < i
      ? [
          {
            path: [name, i, key],
            code: 'duplicate',
            message: `another of the ${name} has the ${key} “${value}”`,
          },
        ]
      : [],
  );
}

/** Every name that is used is the name of something. */
export function references(scenario: Scenario): Problem[] {
  const known = {
    recipient: ids(scenario.recipients),
    request: ids(scenario.requests),
    detail: ids(scenario.details),
    persona: new Set([...Object.keys(scenario.personas), ...Object.keys(defaultPersonas)]),
  };
  return uses(scenario).flatMap(([kind, id, path]): Problem[] =>
    id === undefined || known[kind].has(id)
      ? []
      : [{ path, code: 'unknown', message: `there is no ${kind} “${id}”` }],
  );
}

type Use = [
  kind: 'recipient' | 'request' | 'detail' | 'persona',
  id: string | undefined,
  path: Problem['path'],
];

function uses({ recipients, requests, mail }: Scenario): Use[] {
  return [
    ...recipients.flatMap((r, i): Use[] => [
      ['persona', r.persona, ['recipients', i, 'persona']],
      ['recipient', r.outOfOffice?.deputy, ['recipients', i, 'outOfOffice', 'deputy']],
    ]),
    ...requests.flatMap((r, i): Use[] => [
      ['recipient', r.recipient, ['requests', i, 'recipient']],
      ['detail', r.gives, ['requests', i, 'gives']],
      ...r.details.map((d, k): Use => ['detail', d, ['requests', i, 'details', k]]),
    ]),
    ...mail.flatMap((m, i): Use[] => [
      ['recipient', m.from, ['mail', i, 'from']],
      ['detail', m.gives, ['mail', i, 'gives']],
      triggerUse(m, ['mail', i, 'on']),
    ]),
  ];
}

function triggerUse({ on }: Scenario['mail'][number], path: Problem['path']): Use {
  if (on && 'asked' in on) return ['request', on.asked, [...path, 'asked']];
  if (on && 'answered' in on) return ['request', on.answered, [...path, 'answered']];
  if (on && 'notAnsweredAfter' in on)
    return ['request', on.notAnsweredAfter.request, [...path, 'notAnsweredAfter', 'request']];
  return ['request', undefined, path];
}

/** What the mission does not announce must be among what is needed. */
export function hiddenDetails({ requests }: Scenario): Problem[] {
  return requests.flatMap((r, i) =>
    r.hidden.flatMap((d, k): Problem[] =>
      r.details.includes(d)
        ? []
        : [
            {
              path: ['requests', i, 'hidden', k],
              code: 'hidden',
              message: `“${d}” is not among the details of ${r.id}`,
            },
          ],
    ),
  );
}
