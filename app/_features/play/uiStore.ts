import { createStore, type StoreApi } from 'zustand/vanilla';

export type Tab = 'mail' | 'mission' | 'desk';
export type DialogName = 'help' | 'settings' | 'brief' | 'link' | 'finish';

/** A passing message; `contact` makes it a way to that conversation. */
export interface Toast {
  id: number;
  kind: 'mail' | 'desk' | 'bad' | 'plain';
  text: string;
  contact: string | null;
}

export interface Settings {
  sound: boolean;
  /** What recipients say on the line is spoken by the browser. */
  speech: boolean;
  notify: boolean;
  singleKeys: boolean;
}

/** What the page shows: of this tab alone, never sent anywhere. */
export interface UiState {
  contact: string | null;
  tab: Tab;
  dialog: DialogName | null;
  query: string;
  /** The conversation that is shown from its very first mail. */
  whole: string | null;
  toasts: Toast[];
  settings: Settings;
  hint: boolean;
}
export type UiStore = StoreApi<UiState>;

export const createUi = (contact: string | null): UiStore =>
  createStore<UiState>(() => ({
    contact,
    tab: 'mail',
    dialog: null,
    query: '',
    whole: null,
    toasts: [],
    settings: { sound: false, speech: false, notify: false, singleKeys: true },
    hint: true,
  }));

let toastId = 0;
const toastMs = 6_000;

export function toast(ui: UiStore, kind: Toast['kind'], text: string, contact: string | null = null): void {
  toastId += 1;
  const id = toastId;
  ui.setState((s) => ({ toasts: [...s.toasts.slice(-1), { id, kind, text, contact }] }));
  setTimeout(() => dismiss(ui, id), toastMs);
}

export const dismiss = (ui: UiStore, id: number): void =>
  ui.setState((s) => ({ toasts: s.toasts.filter((t) => t.id !== id) }));

/** Opens a conversation; on a phone this also leaves the other tabs. */
export const openContact = (ui: UiStore, contact: string | null): void =>
  ui.setState({ contact, tab: 'mail', query: '' });

/** Whether all columns stand side by side. */
export const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches;
