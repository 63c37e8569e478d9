import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { usual } from '@/core/policy/habits';
import { actSeconds } from '@/core/policy/player';
import { playerTables } from './playerTable';

const doc = readFileSync('docs/simulation-model.md', 'utf8');

test('docs/simulation-model.md has the figures of the player as they are in the program', () => {
  for (const table of playerTables()) expect(doc).toContain(table);
  expect(usual.practised).toBeCloseTo(2 / 3, 12);
});

test('negative control: one act a tenth of a second longer gives another table', () => {
  const [acts = ''] = playerTables({ actSeconds: { ...actSeconds, send: actSeconds.send + 0.1 } });
  expect(doc).not.toContain(acts);
});
