import { type Draft, readDraft } from '@/core/contract/draft';
import { type EditorTab, editorTabSchema } from '@/core/contract/editorTab';
import { tabDraft } from '../../../_ui/tabDrafts';
import { draftOf, type EditorState, type EditorStore, stillThere } from '../editorStore';
import type { History } from '../model/history';
import { addressOf, placeAt, sections } from '../model/places';
import { isSame } from '../model/same';

/** Characters that documents may take: a tab keeps some five million of everything. */
const mostCharacters = 2_000_000;

/** What was kept of this scenario's editor; null where nothing was, or nothing that can be read. */
export function recall(storage: Storage, slug: string): EditorTab | null {
  const text = storage.getItem(tabDraft(slug));
  return text === null ? null : (editorTabSchema.safeParse(parsed(text)).data ?? null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps where one is, and the newest steps, as many as fit. */
export function remember(storage: Storage, state: EditorState): void {
  const { slug, section, open, folds, history } = state;
  let left = mostCharacters - JSON.stringify(history.now).length;
  const fitting = (steps: readonly Draft[]): Draft[] => {
    const kept: Draft[] = [];
    for (const step of steps) {
      left -= JSON.stringify(step).length;
      if (left < 0) break;
      kept.push(step);
    }
    return kept;
  };
  const past = fitting([...history.past].reverse()).reverse();
  const kept: EditorTab = { section, open, folds, past, now: history.now, future: fitting(history.future) };
  try {
    storage.setItem(tabDraft(slug), JSON.stringify(kept));
  } catch (error) {
    // A full tab keeps nothing of it: older steps would lead elsewhere.
    if (!(error instanceof DOMException)) throw error;
    storage.removeItem(tabDraft(slug));
  }
}

/** Goes where the address says, or else where one was. */
export function restorePlace(store: EditorStore, kept: EditorTab | null, address: string): void {
  const draft = draftOf(store.getState());
  const section = sections.find((s) => s === kept?.section);
  if (kept && section) store.setState({ section, folds: kept.folds, open: stillThere(kept.open, draft) });
  const place = placeAt(draft, address);
  if (!place) return;
  const { item } = place;
  store.setState((s) => ({
    section: place.section,
    open: item === null ? s.open : { ...s.open, [place.section]: item },
  }));
}

/** Lets steps be taken back again, where the document is still the one they lead to. */
export function restoreHistory(store: EditorStore, kept: EditorTab): void {
  const {
    slug,
    history: { now },
  } = store.getState();
  const read = (doc: unknown): Draft => ({ ...readDraft(doc).draft, slug });
  if (!isSame(read(kept.now), now)) return;
  const history: History<Draft> = {
    past: kept.past.map(read),
    now,
    future: kept.future.map(read),
    tag: null,
    at: 0,
  };
  store.setState({ history });
}

/** Writes the place into the address as it changes, so that a link or a reload leads there. Returns how to stop. */
export const watchPlace = (store: EditorStore, write: (address: string) => void): (() => void) =>
  store.subscribe((s, before) => {
    if (s.section !== before.section || s.open !== before.open) write(addressOf(s.section, s.open));
  });
