import type { Draft } from '@/core/contract/draft';
import type { AuthoredMail, Recipient, Request } from '@/core/contract/scenario';

type Change<T> = (item: T) => T;

const put = <T extends { id: string }>(list: readonly T[], id: string, change: Change<T>): T[] =>
  list.map((item) => (item.id === id ? change(item) : item));

export const putRecipient = (draft: Draft, id: string, change: Change<Recipient>): Draft => ({
  ...draft,
  recipients: put(draft.recipients, id, change),
});
export const putRequest = (draft: Draft, id: string, change: Change<Request>): Draft => ({
  ...draft,
  requests: put(draft.requests, id, change),
});
export const putMail = (draft: Draft, id: string, change: Change<AuthoredMail>): Draft => ({
  ...draft,
  mail: put(draft.mail, id, change),
});
/** A copy with one part replaced, or taken out where the value is undefined. A path that leads nowhere changes nothing. */
export function setAt<T>(document: T, path: readonly (string | number)[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined || typeof document !== 'object' || document === null) return document;
  const made = Array.isArray(document) ? [...document] : { ...document };
  const old: unknown = Reflect.get(document, key);
  const next = rest.length === 0 ? value : setAt(old, rest, value);
  if (next === undefined) Reflect.deleteProperty(made, key);
  else Reflect.set(made, key, next);
  return made as T;
}

/** The part of a document at a path; undefined where it leads nowhere. */
export const partAt = (document: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    document,
  );
