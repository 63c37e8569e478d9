import { describe, expect, test } from 'vitest';
import { type Asked, type Shelf, type Shown, shelfPlaces, study } from '@/app/_features/what-if/study';
import type { Players } from '@/app/_lib/players/players';
import type { Player } from '@/app/_lib/players/playerWorker';
import { parametersOf, settingsOf } from '@/core/whatIf/parameters';
import { pictureOf } from '@/core/whatIf/picture';
import type { Piece } from '@/core/whatIf/study';

const parameters = parametersOf({ kind: 'colleagues' });
const asked: Asked = {
  scenario: 'colleagues',
  mission: { kind: 'colleagues' },
  policies: ['parallel-mailer', 'serial-caller'],
  players: 'mix',
  measure: 'completionTime',
  sweep: 'depth',
  by: null,
  settings: settingsOf(parameters, {}),
  values: [1, 2],
  levels: [null],
  replications: 100,
  seed: 'study',
};

/** Plays at once and gives back late, in an order that `late` chooses: what many workers do. */
function players(late: (n: number) => number): { pool: Players; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const player = {
    piece: (piece: Piece) => {
      pieces.push(piece);
      const base = piece.settings.depth * 100 + (piece.policy === 'serial-caller' ? 5 : 0);
      const rows = Array.from({ length: piece.to - piece.from }, (_, i) => [base + piece.from + i]);
      const turns = late(pieces.length);
      return (async () => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        return rows;
      })();
    },
    picture: async (...of: Parameters<Player['picture']>) => pictureOf(...of),
  };
  const pool = { run: (work: (p: typeof player) => unknown) => work(player) } as unknown as Players;
  return { pool, pieces };
}

async function watch(pool: Players, shelf: Shelf = new Map(), signal = new AbortController().signal) {
  const shown: Shown[] = [];
  const shares: number[] = [];
  await study(asked, pool, shelf, {
    upTo: asked.replications,
    signal,
    show: (next) => shown.push(next),
    progress: (share) => shares.push(share),
  });
  return { shown, shares };
}

describe('a study', () => {
  test('shows a first picture from few runs, then better ones, up to what was asked', async () => {
    const { shown, shares } = await watch(players(() => 0).pool);
    expect(shown.map((s) => s.n)).toEqual([2, 10, 30, 60, 100]);
    expect(shown.map((s) => s.pictures[0]?.picture.curves[0]?.places[0]?.n)).toEqual([2, 10, 30, 60, 100]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('has the same pictures however late and in whatever order its pieces come back', async () => {
    const inOrder = await watch(players(() => 0).pool);
    const backwards = await watch(players((n) => 40 - (n % 40)).pool);
    expect(backwards.shown).toEqual(inOrder.shown);
  });

  test('plays nothing twice: what stands on the shelf is taken from there', async () => {
    const shelf: Shelf = new Map();
    const { pool, pieces } = players(() => 0);
    const first = await watch(pool, shelf);
    const played = pieces.length;
    const again = await watch(pool, shelf);
    expect(pieces).toHaveLength(played);
    expect(again.shown.at(-1)).toEqual(first.shown.at(-1));
  });

  test('keeps what was asked for last, and not more than it has room for', async () => {
    const shelf: Shelf = new Map(Array.from({ length: shelfPlaces }, (_, i) => [`before ${i}`, []]));
    await watch(players(() => 0).pool, shelf);
    expect(shelf.size).toBe(shelfPlaces);
    expect([...shelf.keys()].slice(0, 1)).toEqual(['before 4']);
    expect([...shelf.values()].slice(-4).map((rows) => rows.length)).toEqual([100, 100, 100, 100]);
  });

  test('stopped, it hands out no further piece, shows nothing more, and leaves the shelf in order', async () => {
    const stop = new AbortController();
    const shelf: Shelf = new Map();
    const { pool, pieces } = players((n) => {
      if (n === 6) stop.abort(new Error('enough'));
      return 1;
    });
    await expect(watch(pool, shelf, stop.signal)).rejects.toThrow('enough');
    expect(pieces).toHaveLength(6);
    const rest = await watch(players(() => 0).pool, shelf);
    const fresh = await watch(players(() => 0).pool);
    expect(rest.shown.at(-1)).toEqual(fresh.shown.at(-1));
  });
});
