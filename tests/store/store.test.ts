import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { MemoryStore } from '../support/memoryStore';
import { addRun, closing, emptyDatabase, openDatabase } from '../support/storeFixture';
import { storeContract } from './contract';

storeContract('on SQLite', async () => {
  const db = await openDatabase();
  return {
    store: new EventStore(db),
    addRun: (header) => addRun(db, header),
    reopen: async () => new EventStore(closing(await Database.open(db.file))),
  };
});

storeContract('on SQLite, with a thread for the log', async () => {
  const open = async (file: string) => closing(await Database.open(file, { logThread: true }));
  const db = await open(await emptyDatabase());
  return {
    store: new EventStore(db),
    addRun: (header) => addRun(db, header),
    reopen: async () => new EventStore(await open(db.file)),
  };
});

storeContract('in memory', async () => {
  const store = new MemoryStore();
  let last = store;
  return {
    store,
    addRun: async (header) => store.addRun(header),
    reopen: async () => {
      last = last.reopened();
      return last;
    },
  };
});
