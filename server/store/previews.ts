import { createHash } from 'node:crypto';
import type { RunEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import type { Database } from './database';
import { rowOf } from './eventRow';
import { runStream } from './runs';
import { sortedJson } from './sortedJson';

/** Slugs of what is played while it is being written: no title makes one, since they are made of a hash. */
const pattern = /^preview-[0-9a-f]{24}$/;

/** Whether this is the slug of a preview and of nothing else. */
export const isPreview = (slug: string): boolean => pattern.test(slug);

/**
 * Stores a document apart from all scenarios, for runs of its author alone: it has no head, so no list and no look-up by slug finds it.
 * The same document is stored once. Returns it under its slug.
 */
export async function savePreview(db: Database, document: Scenario, now: number): Promise<Scenario> {
  const hash = createHash('sha256')
    .update(sortedJson({ ...document, version: 1 }))
    .digest('hex');
  const scenario: Scenario = { ...document, slug: `preview-${hash.slice(0, 24)}`, version: 1 };
  const { slug, version, title, language } = scenario;
  const data = {
    slug,
    version,
    title,
    language,
    sha256: hash,
    doc: JSON.stringify(scenario),
    createdAt: now,
  };
  await db.write((client) =>
    client.scenario.upsert({
      where: { slug_version: { slug, version } },
      create: data,
      // What is played again stays for another while.
      update: { createdAt: now },
    }),
  );
  return scenario;
}

/** The first events of a run that nobody has opened yet. */
export async function beginLog(db: Database, runId: string, events: readonly RunEvent[]): Promise<void> {
  const stream = runStream(runId);
  await db.write((client) => client.event.createMany({ data: events.map((e) => rowOf(stream, e)) }));
}

/** Deletes previews stored before `before` (wall ms) that no run is of any more. Returns how many. */
export async function deleteUnusedPreviews(db: Database, before: number): Promise<number> {
  const unused = {
    slug: { startsWith: 'preview-' },
    createdAt: { lt: before },
    teams: { none: {} },
    runs: { none: {} },
    sessions: { none: {} },
  };
  const rows = await db.read((client) => client.scenario.findMany({ where: unused, select: { slug: true } }));
  // Somebody's own scenario may be called “Preview of autumn”.
  const slugs = rows.map(({ slug }) => slug).filter(isPreview);
  if (slugs.length === 0) return 0;
  const { count } = await db.write((client) =>
    client.scenario.deleteMany({ where: { ...unused, slug: { in: slugs } } }),
  );
  return count;
}
