import type { DocumentProblem, ProblemValues } from '@/core/contract/authoring';
import type { Draft } from '@/core/contract/draft';
import { scenarioSchema } from '@/core/contract/scenario';
import { judged } from '@/core/sim/scenario/problems';

export type Path = (string | number)[];

/** What the form of a scenario can be missed by, in terms an author knows. */
export type FormCode =
  | 'empty'
  | 'tooLong'
  | 'tooFew'
  | 'tooMany'
  | 'tooLow'
  | 'tooHigh'
  | 'choose'
  | 'either'
  | 'pattern'
  | 'form';

/** Something that is wrong with a draft, or could be better, and where. Only an error keeps it from being published. */
export interface Fault {
  path: Path;
  severity: 'error' | 'warning' | 'advice';
  /** Of the form, with its figure; or of what it says, with the names it is about and the check's own sentence. */
  code: string;
  count: number;
  values: ProblemValues;
  message: string;
}

/**
 * Everything that is wrong with a draft: first what keeps it from having the form of a scenario, then what the checks of scenarios
 * find (errors and warnings; `judgement`, where they were made elsewhere), leaving out what follows from a fault of the form at the
 * same place.
 */
export function faultsOf(draft: Draft, judgement: readonly DocumentProblem[] = judged(draft)): Fault[] {
  const read = scenarioSchema.safeParse(draft);
  const form = read.success ? [] : read.error.issues.map(formFault);
  const meaning = judgement.map(meaningFault);
  return [
    ...form.filter((f) => !followsFrom(f, form)),
    ...meaning.filter(({ path }) => !form.some((f) => overlaps(f.path, path))),
  ];
}

/** The text offered is made of the first way to ask: one missing text is told once. */
const followsFrom = ({ path, code }: Fault, form: readonly Fault[]): boolean =>
  code === 'empty' &&
  path[2] === 'ask' &&
  form.some((f) => f.path.length === 3 && f.path[1] === path[1] && f.path[2] === 'phrasings');

const meaningFault = (problem: DocumentProblem): Fault => ({ values: {}, ...problem, count: 0 });

const overlaps = (a: Path, b: Path): boolean => {
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && a.slice(0, shorter).every((key, i) => key === b[i]);
};

type Issue = NonNullable<ReturnType<typeof scenarioSchema.safeParse>['error']>['issues'][number];

function formFault(issue: Issue): Fault {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  return {
    ...{ path, severity: 'error', message: issue.message, values: { what: listAt(path) } },
    ...codeOf(issue, path),
  };
}

/** What a list holds, by its name in the document. */
const listAt = (path: Path): string => String(path.findLast((key) => typeof key === 'string'));

function codeOf(issue: Issue, path: Path): { code: FormCode; count: number } {
  switch (issue.code) {
    case 'too_small':
      return { code: small(issue), count: Number(issue.minimum) };
    case 'too_big':
      return { code: big(issue), count: Number(issue.maximum) };
    case 'invalid_format':
      return { code: isReference(path) ? 'choose' : 'pattern', count: 0 };
    case 'custom':
      return { code: path[0] === 'mail' ? 'either' : 'form', count: 0 };
    default:
      return { code: 'form', count: 0 };
  }
}

const small = ({ origin }: Extract<Issue, { code: 'too_small' }>): FormCode =>
  origin === 'string' ? 'empty' : origin === 'array' ? 'tooFew' : 'tooLow';
const big = ({ origin }: Extract<Issue, { code: 'too_big' }>): FormCode =>
  origin === 'string' ? 'tooLong' : origin === 'array' ? 'tooMany' : 'tooHigh';

const references = new Set(['recipient', 'from', 'deputy', 'request', 'asked', 'answered', 'persona']);
const isReference = (path: Path): boolean => references.has(String(path.at(-1)));

/** Whether a fault belongs to this place or to something within it. */
export const isWithin = (fault: Fault, place: Path): boolean =>
  place.every((key, i) => String(fault.path[i]) === String(key));

export const blocks = (faults: readonly Fault[]): boolean => faults.some((f) => f.severity === 'error');

/** What tells of sample text that nobody has written over. */
export const samplesAmong = (faults: readonly Fault[]): Fault[] => faults.filter((f) => f.code === 'sample');

/** What weighs most among some faults. */
export const worst = (faults: readonly Fault[]): Fault['severity'] =>
  (['error', 'warning'] as const).find((s) => faults.some((f) => f.severity === s)) ?? 'advice';

/** What weighs most among some faults, and how many there are of it: what is to be checked, or where there is none of that, tips. */
export function tallied(faults: readonly Fault[]): { weight: Fault['severity']; count: number } {
  const checks = faults.filter((f) => f.severity !== 'advice').length;
  return { weight: worst(faults), count: checks || faults.length };
}
