import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ParameterName, StudyMission } from '@/core/contract/whatIf';
import { pictureOf } from '@/core/whatIf/picture';
import { figuresOf, settingsAt } from '@/core/whatIf/rows';
import { playPiece, scenarioFor } from '@/core/whatIf/study';
import { childOf } from '../support/child';
import { tempFolder } from '../support/storeFixture';
import { colleagues, pack, settings } from './worlds';

/** What the page asks and how much it plays; the long run has other luck and several times as much of it. */
const shown = 100;
const long = 800;
const policies = ['parallel-mailer', 'serial-caller'] as const;

interface Asked {
  mission: StudyMission;
  sweep: ParameterName;
  values: readonly number[];
  changed?: Parameters<typeof settings>[1];
}

const at = ({ mission, sweep, changed }: Asked, value: number) =>
  settingsAt(settings(mission, changed), sweep, value, null, null);

/** The crossing as the page finds it. */
function onThePage(asked: Asked) {
  const { mission, values } = asked;
  const series = policies.map((policy) => ({
    policy,
    figures: values.map((value) => {
      const piece = { mission, policy, players: 'mix' as const, seed: 'what-if', from: 0, to: shown };
      return figuresOf(playPiece({ ...piece, settings: at(asked, value) }), 'completionTime');
    }),
  }));
  return pictureOf(values, 'completionTime', series, 'what-if').compared?.crossing;
}

const simulated = z.object({
  difference: z.object({
    completionTime: z.object({ n: z.int(), smaller: z.int(), larger: z.int() }),
  }),
});

/** Of pairs in a long `npm run simulate`, how many more have mail done first than call, as a share. */
async function lead(asked: Asked, value: number): Promise<number> {
  const file = path.join(await tempFolder(), 'mission.json');
  await writeFile(file, JSON.stringify(scenarioFor(asked.mission, at(asked, value))));
  const args = [
    '--scenario',
    file,
    '--workers',
    '2',
    '--policy',
    policies[0],
    '--against',
    policies[1],
    '--seed',
    'long',
    '--json',
  ];
  const child = await childOf('server/tools/simulate.ts', [...args, '--replications', String(long)]);
  const { code, stdout, stderr } = await child.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { n, smaller, larger } = simulated.parse(JSON.parse(stdout)).difference.completionTime;
  return (smaller - larger) / n;
}

/** Where the line between two values is zero. */
async function inTheLongRun(asked: Asked, [before, after]: readonly [number, number]): Promise<number> {
  const [a, b] = [await lead(asked, before), await lead(asked, after)];
  expect(Math.sign(a), `the long run turns between ${before} and ${after}`).toBe(-Math.sign(b));
  return before + ((after - before) * a) / (a - b);
}

const depth = { mission: colleagues, sweep: 'depth', values: [1, 2, 3, 4, 5, 6] } as const;

test('X4: the crossing of the page agrees with a long run of simulate within its own interval; that of another mission does not', async () => {
  const place = await inTheLongRun(depth, [3, 4]);
  const crossing = onThePage(depth);
  expect(crossing).toMatchObject({ left: 1, right: -1 });
  expect(place).toBeGreaterThan(crossing?.low ?? 0);
  expect(place).toBeLessThan(crossing?.high ?? 6);
  const quick = onThePage({ ...depth, changed: { check: 10 } });
  expect(place, 'negative control').toBeLessThan(quick?.low ?? 6);
}, 240_000);

test.runIf(process.env.LONG)(
  'X4: and for the launch week: mail looked at more often, or less',
  async () => {
    const values = [0.25, 0.5, 0.75, 1, 1.5, 2];
    const asked: Asked = { mission: pack('launch-week'), sweep: 'check', values };
    const crossing = onThePage(asked);
    const found = await inTheLongRun(asked, [0.5, 1]);
    expect(found).toBeGreaterThan(crossing?.low ?? 0);
    expect(found).toBeLessThan(crossing?.high ?? 2);
  },
  240_000,
);
