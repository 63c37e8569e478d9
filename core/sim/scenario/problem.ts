import type { ProblemValues } from '@/core/contract/authoring';

/**
 * What an author should know. The first codes keep a scenario from being played; the last ones are worth a look. `path` leads to the
 * part concerned. `message` says it in the terms of the document, by ids; `values` hold what it is about by the names people know, for
 * whoever says it in another way.
 */
export interface Problem {
  path: (string | number)[];
  code:
    | 'duplicate'
    | 'unknown'
    | 'hidden'
    | 'never-known'
    | 'cycle'
    | 'unreachable'
    | 'nothing-required'
    | 'never-arrives'
    | 'too-many'
    | 'too-long'
    | 'too-short'
    | 'date'
    | 'range'
    | 'names-collide'
    | 'unanswerable'
    | 'never-fires'
    | 'never-at-work'
    | 'reveals'
    | 'ambiguous'
    | 'short'
    | 'unused';
  message: string;
  values?: ProblemValues;
}
