import type { DocumentProblem } from '@/core/contract/authoring';
import { keyByKey, wordsOf } from '@/core/contract/issueWords';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { judged } from './problems';

/** What a document is, and all that is wrong with it or worth a look. `scenario` is null where its form is wrong. */
export interface CheckedDocument {
  scenario: Scenario | null;
  problems: DocumentProblem[];
}

const words = (issue: Parameters<typeof keyByKey>[0]) => keyByKey(issue, scenarioSchema);

/** Checks anything that may be a scenario: first its form, then, where that is right, whether it can be played. */
export function checkDocument(value: unknown): CheckedDocument {
  const parsed = scenarioSchema.safeParse(value, { error: (issue) => wordsOf(issue) });
  if (parsed.success) return { scenario: parsed.data, problems: judged(parsed.data) };
  const problems = parsed.error.issues.flatMap(words).map(({ path, message }): DocumentProblem => {
    const where = path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    return { path: where, code: 'form', severity: 'error', message };
  });
  return { scenario: null, problems };
}

/** Whether it can be published. Warnings are for its author to judge. */
export const isPlayable = ({ scenario, problems }: CheckedDocument): boolean =>
  scenario !== null && problems.every(({ severity }) => severity === 'warning');
