import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is about to be said to one recipient. */
export interface Speech {
  text: string;
  asks: string[];
  details: string[];
}

export const silent: Speech = { text: '', asks: [], details: [] };

export const hasSpeech = (s: Speech): boolean =>
  s.text.trim() !== '' || s.asks.length > 0 || s.details.length > 0;

/** What is about to be said, by recipient. Kept on this device for as long as the tab lives, a reload included. */
export interface SpeechState {
  by: Record<string, Speech>;
}
export type SpeechStore = StoreApi<SpeechState>;

export const createSpeech = (): SpeechStore => createStore<SpeechState>(() => ({ by: {} }));

export const speechTo = (state: SpeechState, contact: string): Speech => state.by[contact] ?? silent;

export const prepare = (store: SpeechStore, contact: string, change: Partial<Speech>): void =>
  store.setState((s) => ({ by: { ...s.by, [contact]: { ...speechTo(s, contact), ...change } } }));

/** The id out of the list, or into it. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

const key = (run: string): string => `meanwhile.speech.${run}`;

/** Takes up what a reload interrupted, and keeps what follows. Returns how to stop. */
export function keepSpeech(run: string, store: SpeechStore, storage: Storage | null): () => void {
  try {
    store.setState({ by: read(JSON.parse(storage?.getItem(key(run)) ?? 'null')) });
  } catch {
    // Unreadable or blocked: begin with nothing to say.
  }
  return store.subscribe(({ by }) => {
    try {
      storage?.setItem(key(run), JSON.stringify(by));
    } catch {
      // Blocked or full: it lasts as long as the page.
    }
  });
}

function read(held: unknown): Record<string, Speech> {
  if (typeof held !== 'object' || held === null) return {};
  return Object.fromEntries(Object.entries(held).map(([contact, s]) => [contact, speechOf(s)]));
}

function speechOf(held: unknown): Speech {
  if (typeof held !== 'object' || held === null) return silent;
  const list = (value: unknown) =>
    Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  const { text, asks, details } = { text: null, asks: null, details: null, ...held };
  return { text: typeof text === 'string' ? text : '', asks: list(asks), details: list(details) };
}
