import { z } from 'zod';
import { type Origin, origins, tags, type Visibility, visibilities } from '@/core/contract/authoring';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';

/** What lists and rights know of a scenario without reading it. Wall times in ms. */
export interface ScenarioHead {
  slug: string;
  /** An account's id; null for what belongs to the server. */
  owner: string | null;
  visibility: Visibility;
  origin: Origin;
  /** Whether it is offered for new sessions and solo play. */
  published: boolean;
  tags: string[];
  forkedFrom: { slug: string; version: number } | null;
  archivedAt: number | null;
  createdAt: number;
  /** For `may`: its owner, and whether others may read it. */
  owners: string[];
  shared: boolean;
}
type Row = Prisma.ScenarioHeadGetPayload<object>;

const row = z.object({ visibility: z.enum(visibilities), origin: z.enum(origins) });

export function headFrom(found: Row): ScenarioHead {
  const { slug, owner, published, forkedSlug, forkedVersion, archivedAt, createdAt } = found;
  const { visibility, origin } = row.parse(found);
  return {
    slug,
    owner,
    visibility,
    origin,
    published,
    tags: tags.parse(JSON.parse(found.tags)),
    forkedFrom:
      forkedSlug === null || forkedVersion === null ? null : { slug: forkedSlug, version: forkedVersion },
    archivedAt,
    createdAt,
    owners: owner === null ? [] : [owner],
    shared: visibility !== 'private' && published && archivedAt === null,
  };
}

/** The row of something new. */
export const newHead = (
  head: Pick<ScenarioHead, 'slug' | 'owner' | 'visibility' | 'origin' | 'published' | 'createdAt'> &
    Partial<Pick<ScenarioHead, 'tags' | 'forkedFrom'>>,
): Prisma.ScenarioHeadCreateInput => {
  const { slug, owner, visibility, origin, published, createdAt, tags: words = [], forkedFrom = null } = head;
  return {
    ...{ slug, owner, visibility, origin, published, createdAt },
    tags: JSON.stringify(words),
    forkedSlug: forkedFrom?.slug ?? null,
    forkedVersion: forkedFrom?.version ?? null,
  };
};

export async function headOf(db: Database, slug: string): Promise<ScenarioHead | null> {
  const found = await db.read((client) => client.scenarioHead.findUnique({ where: { slug } }));
  return found && headFrom(found);
}

/** All heads, by slug. */
export async function allHeads(db: Database): Promise<Map<string, ScenarioHead>> {
  const rows = await db.read((client) => client.scenarioHead.findMany());
  return new Map(rows.map((found) => [found.slug, headFrom(found)]));
}

/** What can be said of a scenario without a new version. */
export interface HeadChange {
  visibility?: Visibility;
  tags?: string[];
  published?: boolean;
  archivedAt?: number | null;
}

/** Changes a head that is there; false where it is not. */
export async function changeHead(db: Database, slug: string, change: HeadChange): Promise<boolean> {
  const { tags: words, ...rest } = change;
  const data = { ...rest, ...(words && { tags: JSON.stringify(words) }) };
  return db.write(
    async (client) => (await client.scenarioHead.updateMany({ where: { slug }, data })).count > 0,
  );
}
