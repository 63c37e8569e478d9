import type { Stored } from '../editorStore';

/** What the server says to a document that is to be saved. */
export type SaveAnswer =
  | { kind: 'saved'; rev: number; savedAt: number }
  | { kind: 'changed'; theirs: Stored }
  /** Not now: no connection, or the server is busy. */
  | { kind: 'later' }
  /** Not at all, for the reason with this code. */
  | { kind: 'refused'; code: string };

export type Save = (slug: string, rev: number, doc: unknown) => Promise<SaveAnswer>;

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Sends JSON to our own server; status 0 where there was no answer. */
export async function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) return { status: 0, body: {} };
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, body: isRecord(answer) ? answer : {} };
}

export const saveOnServer: Save = async (slug, rev, doc) => {
  const { status, body } = await send('PUT', `/api/scenarios/${slug}/draft`, { rev, doc });
  if (status === 200 && typeof body.rev === 'number')
    return { kind: 'saved', rev: body.rev, savedAt: momentOf(body.savedAt) ?? Date.now() };
  if (status === 409 && typeof body.rev === 'number') return { kind: 'changed', theirs: storedIn(body) };
  if (status === 0 || status === 429 || status >= 500) return { kind: 'later' };
  return { kind: 'refused', code: typeof body.code === 'string' ? body.code : 'other' };
};

/** The state that an answer says is on the server. */
export const storedIn = (body: Record<string, unknown>): Stored => ({
  rev: Number(body.rev),
  doc: body.doc,
  by: nameOf(body.by),
  savedAt: momentOf(body.savedAt),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Wall time in ms, written as a number or as a date. */
const momentOf = (value: unknown): number | null => {
  const moment = typeof value === 'string' ? Date.parse(value) : value;
  return typeof moment === 'number' && Number.isFinite(moment) ? moment : null;
};

const nameOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
