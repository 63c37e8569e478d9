import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { newHead, type ScenarioHead } from './scenarioHeads';

/** A document being written. Wall times in ms; `updatedBy` is an account's id. */
export interface StoredDraft {
  doc: string;
  rev: number;
  updatedAt: number;
  updatedBy: string;
}
type Row = Prisma.ScenarioDraftGetPayload<object>;
const draftFrom = ({ doc, rev, updatedAt, updatedBy }: Row): StoredDraft => ({
  ...{ doc, rev, updatedAt, updatedBy },
});

export async function storedDraft(db: Database, slug: string): Promise<StoredDraft | null> {
  const row = await db.read((client) => client.scenarioDraft.findUnique({ where: { slug } }));
  return row && draftFrom(row);
}

/** All drafts, by slug. */
export async function allDrafts(db: Database): Promise<Map<string, StoredDraft>> {
  const rows = await db.read((client) => client.scenarioDraft.findMany());
  return new Map(rows.map((row) => [row.slug, draftFrom(row)]));
}

/** A new scenario of which there is a draft and no version yet. False where the slug is taken: choose another one. */
export async function createDraft(
  db: Database,
  head: Omit<ScenarioHead, 'owners' | 'shared' | 'archivedAt' | 'published'>,
  doc: string,
  by: string,
): Promise<boolean> {
  const { slug, createdAt } = head;
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const where = { slug };
      if ((await tx.scenarioHead.findUnique({ where })) || (await tx.scenario.findFirst({ where })))
        return false;
      await tx.scenarioHead.create({ data: newHead({ ...head, published: false }) });
      await tx.scenarioDraft.create({ data: { slug, doc, rev: 1, updatedAt: createdAt, updatedBy: by } });
      return true;
    }),
  );
}

/**
 * Saves a draft over revision `rev`, 0 where there is none yet. Where somebody has saved since, nothing is stored and
 * theirs is given back; null where there is no such scenario. While nothing of it was published, `tagsOver` gives the tags
 * that hold from now on, by the document before: null where they stay.
 */
export async function saveDraft(
  db: Database,
  { slug, rev, doc, by, now }: { slug: string; rev: number; doc: string; by: string; now: number },
  tagsOver: (before: string) => string[] | null,
): Promise<{ saved: boolean; draft: StoredDraft } | null> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      if (!(await tx.scenarioHead.findUnique({ where: { slug } }))) return null;
      const before = await tx.scenarioDraft.findUnique({ where: { slug } });
      if (before && before.rev !== rev) return { saved: false, draft: draftFrom(before) };
      const data = { doc, rev: (before?.rev ?? rev) + 1, updatedAt: now, updatedBy: by };
      const row = await tx.scenarioDraft.upsert({ where: { slug }, create: { slug, ...data }, update: data });
      const tags =
        before && !(await tx.scenario.findFirst({ where: { slug } })) ? tagsOver(before.doc) : null;
      if (tags) await tx.scenarioHead.update({ where: { slug }, data: { tags: JSON.stringify(tags) } });
      return { saved: true, draft: draftFrom(row) };
    }),
  );
}
