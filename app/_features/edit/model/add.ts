import type { Draft } from '@/core/contract/draft';
import { limits } from '@/core/contract/limits';
import type { AuthoredMail, DeskKind, Detail, Recipient, Request } from '@/core/contract/scenario';
import type { StartTexts } from './defaults';
import { idFrom, takenIds, unlike } from './naming';
import { offered, waysFrom } from './offered';

/** A draft with something new in it, and the id of the new thing. */
export interface Added {
  draft: Draft;
  id: string;
}

/** Somebody who can be asked at once: a colleague who looks at mail now and then and takes most calls. */
export function addRecipient(draft: Draft, name: string, texts: StartTexts): Added {
  const id = idFrom(name, takenIds(draft), 'person');
  const { role, about, clarify, unmatched, forward } = texts;
  const made: Recipient = {
    ...{ id, name: unlike(name, names(draft.recipients), limits.name), role, about },
    persona: 'batcher',
    utcOffsetMin: draft.utcOffsetMin,
    address: 'valid',
    voice: { clarify, unmatched, forward },
  };
  return { id, draft: { ...draft, recipients: [...draft.recipients, made] } };
}

/** Something to find out. A title that is a question is its first way to ask; whom it is for is chosen by hand where there is a choice. */
export function addRequest(draft: Draft, title: string, texts: StartTexts): Added {
  const id = idFrom(title, takenIds(draft), 'request');
  const phrasings = waysFrom(title, draft.language, texts);
  const made: Request = {
    ...{ id, title: unlike(title, titles(draft), 80), recipient: onlyOne(draft), answer: texts.answer },
    ...{ details: [], hidden: [], required: true, weight: 1 },
    ...{ phrasings, keywords: [], ask: offered(phrasings, draft.language, texts) },
  };
  return { id, draft: { ...draft, requests: [...draft.requests, made] } };
}

/** Whoever it must be; nobody yet where there is a choice, so that a wrong one is not overlooked. */
const onlyOne = ({ recipients: [first, ...others] }: Draft): string =>
  first && others.length === 0 ? first.id : '';

/** A mail that comes a quarter into the run. */
export function addMail(draft: Draft, subject: string, texts: StartTexts): Added {
  const id = idFrom(subject, takenIds(draft), 'mail');
  const made: AuthoredMail = {
    ...{ id, from: onlyOne(draft), subject, text: texts.mail },
    ...{ at: Math.round(draft.lengthMin / 4), delay: 0, asCall: false },
  };
  return { id, draft: { ...draft, mail: [...draft.mail, made] } };
}

/** A fact that everybody knows from the start, so that whatever needs it can be asked for. */
export function addDetail(draft: Draft, label: string): Added {
  const id = idFrom(label, takenIds(draft), 'fact');
  const made: Detail = { id, label: unlike(label, labels(draft), 60), text: label, known: true };
  return { id, draft: { ...draft, details: [...draft.details, made] } };
}

/** A kind of card that can be done as it is. */
export function addCard(draft: Draft, kind: DeskKind['kind'], texts: StartTexts): Draft {
  return { ...draft, desk: { ...draft.desk, cards: [...draft.desk.cards, cardOf(kind, texts)] } };
}

function cardOf(kind: DeskKind['kind'], texts: StartTexts): DeskKind {
  const items = texts.items.split('\n');
  if (kind === 'sum') return { kind, prompt: texts.cardSum, unit: '€', items, low: 2, high: 50 };
  if (kind === 'match') return { kind, prompt: texts.cardMatch, pattern: '@@-####' };
  const buckets = texts.buckets.split('\n');
  return {
    kind,
    prompt: texts.cardSort,
    buckets,
    items: items.map((text, i) => ({ text, bucket: i % buckets.length })),
  };
}

const names = (list: readonly Recipient[]) => list.map(({ name }) => name);
const titles = ({ requests }: Draft) => requests.map(({ title }) => title);
export const labels = ({ details }: Draft): string[] => details.map(({ label }) => label);
