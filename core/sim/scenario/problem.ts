/** Something that keeps a scenario from being played. `path` leads to the part concerned. */
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
    | 'names-collide';
  message: string;
}
