import type { Database } from './database';

/** What the clock had reached (wall ms) for this process: one row each (T5). */
export async function beat(db: Database, processId: string, wall: number): Promise<void> {
  await db.write(async (client) => {
    const { count } = await client.heartbeat.updateMany({ where: { processId }, data: { wall } });
    if (count === 0) await client.heartbeat.create({ data: { processId, wall } });
  });
}

/** The heartbeat of the process that started last, other than `own`: a clock that was set back does not mislead it. */
export async function lastBeat(db: Database, own: ReadonlySet<string>): Promise<number | null> {
  const row = await db.read((client) =>
    client.heartbeat.findFirst({ where: { processId: { notIn: [...own] } }, orderBy: { id: 'desc' } }),
  );
  return row?.wall ?? null;
}
