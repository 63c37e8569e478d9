import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';

/**
 * Appends to eight streams for ever and prints `stream seq` once each append is acknowledged. Arguments: the database,
 * and `early` to acknowledge three events ahead of what is stored, which a test must find out.
 */
const [file = '', acknowledge] = process.argv.slice(2);
const store = new EventStore(await Database.open(file));

async function appendForEver(stream: string): Promise<never> {
  for (let seq = 1; ; seq++) {
    const event = {
      type: 'mail.opened',
      simMs: seq,
      actor: 'p1',
      data: { mailId: `m${seq}` },
      seq,
      v: 1,
      at: seq + 0.5,
    } as const;
    if (acknowledge === 'early') process.stdout.write(`${stream} ${seq + 2}\n`);
    await store.append(stream, [event], { nextDueAt: seq });
    if (acknowledge !== 'early') process.stdout.write(`${stream} ${seq}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, i) => appendForEver(`run:child-000${i}`)));
