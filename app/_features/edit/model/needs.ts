import type { Draft } from '@/core/contract/draft';
import type { Detail, Request } from '@/core/contract/scenario';
import { labels } from './add';
import { putRequest } from './change';
import type { StartTexts } from './defaults';
import { factName } from './factName';
import { idFrom, takenIds, unlike } from './naming';

/**
 * What a request can wait for, as authors think of it: the answer to another request, or a fact. In the document both are details;
 * a request's answer is one as soon as something needs it.
 */
export type Source = { request: string } | { detail: string };

/** The details that no request gives: known from the start, or told by a mail. */
export const looseDetails = ({ details, requests }: Draft): Detail[] =>
  details.filter((d) => !requests.some((r) => r.gives === d.id));

const detailOf = (draft: Draft, source: Source): string | undefined =>
  'detail' in source ? source.detail : draft.requests.find((r) => r.id === source.request)?.gives;

/** Pairs of ids: the first must be answered before the second can be. */
export function edgesOf({ requests }: Pick<Draft, 'requests'>): [from: string, to: string][] {
  const givers = requests.filter((r) => r.gives !== undefined);
  return requests.flatMap(({ id, details }) =>
    details.length === 0
      ? []
      : givers.flatMap((from): [string, string][] =>
          from.gives !== undefined && details.includes(from.gives) ? [[from.id, id]] : [],
        ),
  );
}

/** Whether `to` needing the answer of `from` would have them wait for each other. */
export const closesCircle = (draft: Draft, from: string, to: string): boolean =>
  waitingFor(draft, to).has(from);

/** A request and all that need its answer, directly or through others. */
export function waitingFor(draft: Pick<Draft, 'requests'>, request: string): Set<string> {
  const found = new Set([request]);
  const edges = edgesOf(draft);
  for (const at of found) for (const [from, to] of edges) if (from === at) found.add(to);
  return found;
}

/** Lets a request need something, or no longer. The answer of a request becomes a fact when it is first needed. */
export function setNeed(
  draft: Draft,
  request: string,
  source: Source,
  needed: boolean,
  texts: StartTexts,
): Draft {
  const made = needed && 'request' in source ? withFact(draft, source.request, texts) : draft;
  const detail = detailOf(made, source);
  if (detail === undefined) return made;
  return putRequest(made, request, (r) => ({
    ...r,
    details: needed
      ? [...r.details.filter((d) => d !== detail), detail]
      : r.details.filter((d) => d !== detail),
    hidden: r.hidden.filter((d) => d !== detail),
  }));
}

/** Whether the mission tells that this is needed; otherwise the recipient asks for it. */
export function setHidden(draft: Draft, request: string, detail: string, hidden: boolean): Draft {
  return putRequest(draft, request, (r) => ({
    ...r,
    hidden: hidden ? [...r.hidden.filter((d) => d !== detail), detail] : r.hidden.filter((d) => d !== detail),
  }));
}

const longestFact = 200;
const longestLabel = 60;
const factText = ({ answer }: Pick<Request, 'answer'>): string => answer.slice(0, longestFact).trim();

/** Gives a request's answer a fact of its own, unless it has one. */
export function withFact(draft: Draft, request: string, texts: StartTexts): Draft {
  const found = draft.requests.find((r) => r.id === request);
  if (!found || found.gives !== undefined) return draft;
  const id = idFrom(found.title, takenIds(draft), 'fact');
  const label = unlike(factName(found.title, draft.language, texts), labels(draft), longestLabel);
  const text = factText(found) || label;
  return putRequest(
    { ...draft, details: [...draft.details, { id, label, text, known: false }] },
    request,
    (r) => ({ ...r, gives: id }),
  );
}

/**
 * The facts of a draft in which a request was `before` otherwise. What a fact says, and what it is called, follow the answer and the
 * title while they are what those gave, so that no fact goes on telling an answer that is no longer true.
 */
export function withFactOf(draft: Draft, before: Request, now: Request, texts: StartTexts): Draft {
  const at = draft.details.findIndex((d) => d.id === now.gives);
  const fact = draft.details[at];
  if (!fact) return draft;
  const text = fact.text === factText(before) ? factText(now) || fact.text : fact.text;
  const others = labels(draft).filter((label) => label !== fact.label);
  const name = ({ title }: Request) => factName(title, draft.language, texts);
  // Drafts from before facts had names of their own have the title there.
  const made = [name(before), before.title.slice(0, longestLabel).trim()];
  const label =
    made.includes(fact.label) && name(now) !== '' ? unlike(name(now), others, longestLabel) : fact.label;
  if (text === fact.text && label === fact.label) return draft;
  return { ...draft, details: draft.details.with(at, { ...fact, text, label }) };
}
