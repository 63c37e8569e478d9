import type { AuthoredMail, Detail, Request, Scenario } from '@/core/contract/scenario';
import { matcherOf } from '../match/matcher';
import { wordsOf } from '../match/words';
import type { Problem } from './problem';

/** A text of fewer words than this says too little to be somebody's answer. */
const tellingWords = 3;

/** Answers and mails that tell what somebody else has to be asked for, so that the asking is for nothing. */
export function revealing(scenario: Scenario): Problem[] {
  const { requests, mail } = scenario;
  return [
    ...requests.flatMap((r, i) => told(scenario, r.answer, r, ['requests', i, 'answer'])),
    ...mail.flatMap((m, i) => told(scenario, m.text, m, ['mail', i, 'text'])),
  ];
}

function told(
  scenario: Scenario,
  text: string,
  by: Request | AuthoredMail,
  path: Problem['path'],
): Problem[] {
  const heard = spoken(text);
  const answers = scenario.requests
    .filter((r) => r !== by && isSecret(scenario, r, by) && heard.includes(spoken(r.answer)))
    .filter((r) => wordsOf(r.answer).length >= tellingWords)
    .map((r) => ({
      message: `has the whole answer to ${r.id} in it`,
      values: { what: 'answer', title: r.title, text: r.answer },
    }));
  const facts = scenario.details
    .filter((d) => isFact(scenario, d, by) && heard.includes(spoken(d.text)))
    .map((d) => {
      const by = scenario.requests.find((r) => r.gives === d.id);
      return {
        message: `has the detail “${d.id}” in it, “${d.text}”, which ${by?.id ?? 'somebody'} is asked for`,
        values: { what: 'fact', title: by?.title ?? '', text: d.text },
      };
    });
  return [...answers, ...facts].map((said) => ({ path, code: 'reveals', ...said }));
}

/** Words alone, with a blank at each end, so that one is found in another as whole words. */
const spoken = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** What was needed before `by` could come is no secret any more. */
const isSecret = (scenario: Scenario, asked: Request, by: Request | AuthoredMail): boolean =>
  asked.gives === undefined || !needed(scenario, by).has(asked.gives);

/** A detail that a request gives, and that neither `by` is meant to tell nor somebody has told before it. */
function isFact(scenario: Scenario, { id, known, text }: Detail, by: Request | AuthoredMail): boolean {
  const asked = scenario.requests.some((r) => r.gives === id && r !== by);
  const letters = wordsOf(text).join('').length;
  return asked && !known && by.gives !== id && letters >= tellingWords && !needed(scenario, by).has(id);
}

/** Details that are known by the time `by` speaks: what it needs, and what that needed. */
function needed({ requests }: Scenario, by: Request | AuthoredMail): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (details: readonly string[]): void => {
    for (const id of details) {
      if (found.has(id)) continue;
      found.add(id);
      visit(requests.find((r) => r.gives === id)?.details ?? []);
    }
  };
  const trigger = 'on' in by && by.on && 'answered' in by.on ? by.on.answered : null;
  const after = requests.find((r) => r.id === trigger);
  visit(
    'details' in by ? by.details : after ? [...after.details, ...(after.gives ? [after.gives] : [])] : [],
  );
  return found;
}

/** A1: what an author expects to be asked leads to another request of the same person, or to none, by the matcher itself. */
export function ambiguous(scenario: Scenario): Problem[] {
  const matcher = matcherOf(scenario);
  return scenario.requests.flatMap((r, i) =>
    r.phrasings.flatMap((phrasing, k): Problem[] => {
      const own = matcher.best(phrasing, (id) => id === r.id);
      const other = matcher.best(phrasing, (id) => id !== r.id && ownerOf(scenario, id) === r.recipient);
      if (!other || (own && own.score > other.score)) return [];
      const message = `would be taken for ${other.request}, which the same person is asked; say what is particular to ${r.id}`;
      const title = scenario.requests.find(({ id }) => id === other.request)?.title ?? other.request;
      return [
        { path: ['requests', i, 'phrasings', k], code: 'ambiguous', message, values: { title, phrasing } },
      ];
    }),
  );
}

const ownerOf = ({ requests }: Scenario, id: string): string | undefined =>
  requests.find((r) => r.id === id)?.recipient;
