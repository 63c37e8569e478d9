import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';

/** Appends to eight streams for ever and prints `stream seq` once each append is acknowledged. Argument: the database. */
const store = new EventStore(await Database.open(process.argv[2] ?? ''));

async function appendForEver(stream: string): Promise<never> {
  for (let seq = 1; ; seq++) {
    const event = { type: 'mail.opened', simMs: seq, actor: 'p1', data: { mailId: `m${seq}` }, seq, v: 1, at: seq + 0.5 } as const;
    await store.append(stream, [event], { nextDueAt: seq });
    process.stdout.write(`${stream} ${seq}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, i) => appendForEver(`run:child-000${i}`)));
