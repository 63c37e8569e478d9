import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

/** A document that the server does not have yet. */
export interface Unsaved {
  /** The state on the server that it goes on from; null for a document that goes into a new scenario whatever is there. */
  rev: number | null;
  doc: unknown;
  at: number;
}

/** Where unsaved documents lie on this device: one for each window that a scenario is open in. */
export interface Shelf {
  newest(slug: string): Promise<{ window: string; unsaved: Unsaved } | null>;
  put(slug: string, window: string, unsaved: Unsaved): Promise<void>;
  drop(slug: string, window: string): Promise<void>;
}

/** In IndexedDB. Every method rejects where the browser refuses its storage. */
export function browserShelf(): Shelf {
  let opened: UseStore | null = null;
  const store = (): UseStore => {
    opened ??= createStore('meanwhile-scenarios', 'unsaved');
    return opened;
  };
  const key = (slug: string, window: string) => `${slug}/${window}`;
  return {
    newest: async (slug) => {
      const all = await entries<string, Unsaved>(store());
      const [newest] = all
        .filter(([name]) => name.startsWith(`${slug}/`))
        .sort(([, a], [, b]) => b.at - a.at);
      return newest ? { window: newest[0].slice(slug.length + 1), unsaved: newest[1] } : null;
    },
    put: async (slug, window, unsaved) => set(key(slug, window), unsaved, store()),
    drop: async (slug, window) => del(key(slug, window), store()),
  };
}
