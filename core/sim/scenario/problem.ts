/** What an author should know. The first codes keep a scenario from being played; the last ones are worth a look. `path` leads to the part concerned. */
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
}
