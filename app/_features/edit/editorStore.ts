import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Visibility } from '@/core/contract/authoring';
import type { Draft } from '@/core/contract/draft';
import { adviceOf, isOfSample } from './model/advice';
import { changedAt } from './model/changedAt';
import type { Fault, Path } from './model/faults';
import { begin, changed, type History, redone, undone } from './model/history';
import { isList, type ListSection, placeOf, type Section } from './model/places';
import { isSame } from './model/same';
import type { Samples } from './model/samples';

/** A state of the document on the server: somebody else's, when it is not the one this goes on from. */
export interface Stored {
  rev: number;
  doc: unknown;
  by: string | null;
  savedAt: number | null;
}

/**
 * Where the document is: all on the server; changed since; on its way; kept on this device until the server can be reached; refused
 * by the server for a reason; or changed by somebody else meanwhile, which a person has to decide on.
 */
export type SaveState = 'saved' | 'changed' | 'saving' | 'waiting' | 'refused' | 'conflict';

/** Who sees it; `author`: it is private, and somebody else’s. */
export type Audience = Visibility | 'author';

export interface EditorState {
  slug: string;
  history: History<Draft>;
  section: Section;
  /** The open item of each list. */
  open: Record<ListSection, string | null>;
  /** Whether a disclosure of this name is open: as its author left it, whichever item it is drawn for. */
  folds: Record<string, boolean>;
  /** What was last taken back or done again, and where; null once something else is written. */
  stepped: { kind: 'undone' | 'redone'; path: Path } | null;
  faults: readonly Fault[];
  /** Whether faults have been looked for yet: until then there being none says nothing. */
  looked: boolean;
  /** What its fields may have begun with. */
  samples: Samples;
  save: SaveState;
  /** Why the server does not take it, as a code. */
  refusal: string | null;
  rev: number;
  savedAt: number | null;
  /** What stands on the server instead of what this goes on from. */
  theirs: Stored | null;
  /** Whether unsaved changes are safe on this device; null before that was tried. */
  kept: boolean | null;
  /** The version people play; null before the first. */
  published: number | null;
  /** The document as that version has it; null where this window has not seen it. */
  publishedDoc: Draft | null;
  audience: Audience;
}
export type EditorStore = StoreApi<EditorState>;

export function createEditor(begun: {
  slug: string;
  draft: Draft;
  rev: number;
  savedAt: number | null;
  published: number | null;
  asPublished: boolean;
  audience: Audience;
  samples: Samples;
}): EditorStore {
  const { draft, asPublished, ...rest } = begun;
  return createStore<EditorState>(() => ({
    ...rest,
    history: begin(draft),
    publishedDoc: asPublished ? draft : null,
    section: 'brief',
    open: {
      recipients: draft.recipients[0]?.id ?? null,
      requests: draft.requests[0]?.id ?? null,
      mail: draft.mail[0]?.id ?? null,
      details: draft.details[0]?.id ?? null,
    },
    folds: {},
    stepped: null,
    faults: [],
    looked: false,
    save: 'saved',
    refusal: null,
    theirs: null,
    kept: null,
  }));
}

export const draftOf = (state: EditorState): Draft => state.history.now;

/** Changes the document. `tag` names what is written on, so that one undo takes back a stretch of typing. */
export function edit(store: EditorStore, change: (draft: Draft) => Draft, tag: string | null = null): void {
  store.setState((s) => ({
    history: changed(s.history, change(s.history.now), tag, Date.now()),
    stepped: null,
  }));
}

export const undo = (store: EditorStore): void => step(store, 'undone', undone);
export const redo = (store: EditorStore): void => step(store, 'redone', redone);

/** Goes to where the step changes something. What is open elsewhere stays open where it is still there. */
function step(
  store: EditorStore,
  kind: 'undone' | 'redone',
  go: (h: History<Draft>) => History<Draft>,
): void {
  store.setState((s) => {
    const history = go(s.history);
    if (history === s.history) return s;
    const path = changedAt(s.history.now, history.now, s.section);
    const { section, item } = placeOf(history.now, path);
    const open = item === null ? s.open : { ...s.open, [section]: item };
    return { history, section, open: stillThere(open, history.now), stepped: { kind, path } };
  });
}

/** Puts another document in place, as one step that can be taken back. */
export function replace(store: EditorStore, draft: Draft): void {
  edit(store, () => draft);
  store.setState((s) => ({ open: stillThere(s.open, draft) }));
}

/** Opens or closes a disclosure, for every item that has one of this name. */
export const fold = (store: EditorStore, name: string, open: boolean): void =>
  store.setState((s) => (s.folds[name] === open ? s : { folds: { ...s.folds, [name]: open } }));

/** Goes to another part. What is written there is a step of its own, however soon it follows. */
export function show(store: EditorStore, section: Section, item?: string | null): void {
  store.setState((s) => ({
    section,
    history: { ...s.history, tag: null },
    open: isList(section) && item !== undefined ? { ...s.open, [section]: item } : s.open,
  }));
}

/** What is open in each list, or its last item where that is gone. */
export function stillThere(open: EditorState['open'], draft: Draft): EditorState['open'] {
  const kept = (list: ListSection): string | null => {
    const there = draft[list].some(({ id }) => id === open[list]);
    return there ? open[list] : (draft[list].at(-1)?.id ?? null);
  };
  return {
    recipients: kept('recipients'),
    requests: kept('requests'),
    mail: kept('mail'),
    details: kept('details'),
  };
}

const pauseMs = 300;

/**
 * Looks for faults at once, and whenever writing pauses; what was found in a state that is no longer the newest is not shown. Returns
 * how to stop.
 */
export function watchFaults(
  store: EditorStore,
  look: (draft: Draft) => Promise<readonly Fault[]>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const find = async () => {
    const { history, samples } = store.getState();
    const draft = history.now;
    const found = (await look(draft)).filter((fault) => !isOfSample(fault, draft, samples));
    const faults = [...found, ...adviceOf(draft, samples)];
    if (stopped || draftOf(store.getState()) !== draft) return;
    // The same ones stay the same object: whatever shows them has nothing to draw.
    store.setState((s) => ({ faults: isSame(s.faults, faults) ? s.faults : faults, looked: true }));
  };
  const stop = store.subscribe((s, before) => {
    if (s.history.now === before.history.now) return;
    clearTimeout(timer);
    timer = setTimeout(() => void find(), pauseMs);
  });
  void find();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop();
  };
}
