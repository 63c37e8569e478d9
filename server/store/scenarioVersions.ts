import { z } from 'zod';
import type { VersionInList } from '@/core/contract/authoring';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';

/** The versions of a scenario, the newest first. */
export async function versionsOf(db: Database, slug: string): Promise<VersionInList[]> {
  return db.read((client) =>
    client.scenario.findMany({
      where: { slug },
      orderBy: { version: 'desc' },
      select: { version: true, title: true, createdAt: true },
    }),
  );
}

/**
 * Stores the next version and offers it, under other tags if there are any. `make` gives the document for the number it will
 * have. Null where the draft is no longer at revision `rev`.
 */
export async function publishVersion(
  db: Database,
  { slug, rev, now, tags }: { slug: string; rev: number; now: number; tags: string[] | null },
  make: (version: number) => { title: string; language: string; doc: string; sha256: string },
): Promise<number | null> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const draft = await tx.scenarioDraft.findUnique({ where: { slug }, select: { rev: true } });
      if ((draft?.rev ?? 0) !== rev) return null;
      const last = await tx.scenario.findFirst({ where: { slug }, orderBy: { version: 'desc' } });
      const version = (last?.version ?? 0) + 1;
      await tx.scenario.create({ data: { slug, version, createdAt: now, ...make(version) } });
      const words = tags && { tags: JSON.stringify(tags) };
      await tx.scenarioHead.update({ where: { slug }, data: { published: true, ...words } });
      return version;
    }),
  );
}

/**
 * Deletes a scenario with its versions and its draft, unless something was played or opened on it, or on the mission it is
 * the twin of: then it is kept, archived. Says which; null where there is none.
 */
export async function discardScenario(
  db: Database,
  slug: string,
  now: number,
): Promise<'deleted' | 'archived' | null> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      if (!(await tx.scenarioHead.findUnique({ where: { slug } }))) return null;
      const used =
        (await tx.session.count({ where: { scenarioSlug: slug } })) +
        (await tx.run.count({ where: { scenarioSlug: slug } })) +
        (await tx.team.count({ where: { OR: [{ scenarioSlug: slug }, { twinSlug: slug }] } })) +
        (await tx.session.count({ where: { scenarioSlug: { in: await missionsOf(tx, slug) } } }));
      if (used > 0) {
        await tx.scenarioHead.update({ where: { slug }, data: { archivedAt: now } });
        return 'archived';
      }
      await tx.scenario.deleteMany({ where: { slug } });
      await tx.scenarioDraft.deleteMany({ where: { slug } });
      await tx.scenarioHead.delete({ where: { slug } });
      return 'deleted';
    }),
  );
}

const twin = z.object({ twinOf: z.string().optional() });

/** A session knows the twin it will play by its log alone, so whatever is played on the mission counts. */
async function missionsOf(tx: Prisma.TransactionClient, slug: string): Promise<string[]> {
  const rows = await tx.scenario.findMany({ where: { slug }, select: { doc: true } });
  return rows.flatMap(({ doc }) => twin.parse(JSON.parse(doc)).twinOf ?? []);
}
