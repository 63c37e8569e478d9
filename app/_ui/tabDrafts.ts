import { tabStorage } from './tabStorage';

const beginning = 'editor-';
/** Under which name a tab keeps the documents of a scenario's editor. */
export const tabDraft = (slug: string): string => `${beginning}${slug}`;
/** Under which name a tab keeps what a simulation of it found. */
export const tabFindings = (slug: string): string => `${tabDraft(slug)}/simulated`;

let forgotten = false;

/** Whether an editor on this page may keep its documents in the tab. */
export const keepsTabDrafts = (): boolean => !forgotten;

/** Removes what editors have kept in this tab, for whoever sits here next; one that is open on this page keeps nothing any more. */
export function forgetTabDrafts(tab: Storage | null = tabStorage()): void {
  forgotten = true;
  if (!tab) return;
  const names = Array.from({ length: tab.length }, (_, n) => tab.key(n));
  for (const name of names) if (name?.startsWith(beginning)) tab.removeItem(name);
}
