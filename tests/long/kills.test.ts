import { expect, test } from 'vitest';
import { killAgainAndAgain } from './kills';

/** `npm run test:long` asks for 50. */
const kills = Number(process.env.KILLS ?? 10);

test(`T5: after ${kills} times kill -9 under load no acknowledged command is lost or doubled, and no time went backwards`, async () => {
  const found = await killAgainAndAgain({ kills, players: 8, idempotency: true, fence: true, seed: 1 });
  expect(found).toMatchObject({ lost: [], doubled: [], faults: [], unanswered: 0 });
  expect(found.accepted).toBeGreaterThan(kills * 20);
}, 600_000);

test('with idempotency switched off the same script fails', async () => {
  const found = await killAgainAndAgain({ kills: 3, players: 8, idempotency: false, fence: true, seed: 2 });
  expect(found.lost.length + found.doubled.length + found.faults.length + found.unanswered).toBeGreaterThan(
    0,
  );
}, 300_000);

test('with the fence switched off the same script fails', async () => {
  const found = await killAgainAndAgain({ kills: 3, players: 8, idempotency: true, fence: false, seed: 3 });
  expect(found.lost.length + found.doubled.length + found.faults.length).toBeGreaterThan(0);
}, 300_000);
