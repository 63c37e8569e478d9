import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { policyNames } from '@/core/contract/policy';
import { engineVersion } from '@/core/sim/world';
import { missions, packFile } from '../support/packFiles';
import { logs } from './logs';

/**
 * What one replication of each mission by each policy came to when this was last meant to change. It is written anew by
 * `KEEP_HASHES=1 npx vitest run tests/replication/keptHashes.test.ts`
 */
const file = 'tests/replication/keptHashes.json';
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const table = z.object({
  engineVersion: z.int(),
  /** By mission: its document, and the canonical logs by policy. */
  missions: z.record(z.string(), z.object({ document: hash, logs: z.record(z.string(), hash) })),
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const now: z.infer<typeof table> = {
  engineVersion,
  missions: Object.fromEntries(
    missions.map((slug) => {
      const scenario = packFile(slug);
      const hashes = policyNames.map((policy) => [
        policy,
        sha256(logs(scenario, policy, 'kept', 1).join('')),
      ]);
      return [slug, { document: sha256(JSON.stringify(scenario)), logs: Object.fromEntries(hashes) }];
    }),
  ),
};

if (process.env.KEEP_HASHES === '1') writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
const kept = table.parse(JSON.parse(readFileSync(file, 'utf8')));

test('the kept hashes are of this engine', () => {
  expect(kept.engineVersion, `engineVersion is another one than that of ${file}: write the table anew`).toBe(
    engineVersion,
  );
  expect(Object.keys(kept.missions)).toEqual([...missions]);
});

test.each(missions)('T3: the same seed gives the same log as it ever did with this engine: %s', (slug) => {
  const [before, after] = [kept.missions[slug], now.missions[slug]];
  expect(after?.document, `the mission ${slug} is another one now: write ${file} anew`).toBe(
    before?.document,
  );
  expect(
    after?.logs,
    `logs of ${slug} are others than before. If that is meant: raise engineVersion (core/sim/world.ts), unless only what the policies do has changed, and write ${file} anew`,
  ).toEqual(before?.logs);
});
