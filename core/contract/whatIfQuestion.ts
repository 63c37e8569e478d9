import { z } from 'zod';
import { slug } from './ids';
import { policyNames } from './policy';
import {
  colleagues,
  parameterNames,
  playerKinds,
  type Question,
  replicationSteps,
  studyMeasures,
} from './whatIf';

/** Each part of an address by itself: what cannot be read is as if it were not there, and the rest still counts. */
const parts = {
  scenario: slug.catch(colleagues),
  policies: z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(policyNames)).min(1))
    .catch(['parallel-mailer', 'serial-caller']),
  players: z.enum(playerKinds).catch('mix'),
  measure: z.enum(studyMeasures).catch('completionTime'),
  sweep: z.enum(parameterNames).catch('depth'),
  by: z.enum(parameterNames).nullable().catch(null),
  replications: z.coerce
    .number()
    .pipe(z.literal([...replicationSteps]))
    .catch(100),
  seed: z.string().min(1).max(64).catch('what-if'),
};
const number = z.coerce.number().min(0).max(28_800);

/** The question that an address asks, from its query. Never refuses: a link that somebody cut short still shows a picture. */
export function questionFrom(query: Readonly<Record<string, unknown>>): Question {
  const set = parameterNames.flatMap((name) => {
    const value = number.safeParse(query[name]);
    return query[name] !== undefined && query[name] !== '' && value.success
      ? [[name, value.data] as const]
      : [];
  });
  return {
    scenario: parts.scenario.parse(query.scenario),
    policies: parts.policies.parse(query.policies),
    players: parts.players.parse(query.players),
    measure: parts.measure.parse(query.measure),
    sweep: parts.sweep.parse(query.sweep),
    by: parts.by.parse(query.by ?? null),
    settings: Object.fromEntries(set),
    replications: parts.replications.parse(query.replications),
    seed: parts.seed.parse(query.seed),
  };
}
