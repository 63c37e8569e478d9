import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { CommandInput, CommandName } from '@/core/contract/command';

/** One command on its way to the server. The id stays the same over every retry, so it has an effect once. */
export type OutboxItem = {
  [K in CommandName]: {
    commandId: string;
    name: K;
    body: CommandInput<K>;
    /** Order of being asked, and the simulated time it was asked at. */
    order: number;
    simMs: number;
    /** The server took it and made this mail of it; the view shows it in a moment. */
    mailId?: string;
    /** The server said no; the sentence for a person. */
    refused?: string;
  };
}[CommandName];

/** Where commands wait until the server has them. */
export interface OutboxStore {
  load(): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  drop(commandId: string): Promise<void>;
}

/** Waits in IndexedDB, one entry per command, so that two tabs of one run never overwrite each other. */
export function browserOutbox(run: string): OutboxStore {
  let opened: UseStore | null = null;
  const store = (): UseStore => {
    opened ??= createStore(`meanwhile-${run}`, 'outbox');
    return opened;
  };
  return {
    load: async () =>
      (await entries<string, OutboxItem>(store())).map(([, item]) => item).sort((a, b) => a.order - b.order),
    // Async, so that a browser that throws at the first touch of its storage rejects here like one that fails later.
    put: async (item) => set(item.commandId, item, store()),
    drop: async (commandId) => del(commandId, store()),
  };
}
