import type { ParameterName, Settings } from '@/core/contract/whatIf';
import type { Crossing } from '@/core/statistics/crossing';
import { colleaguesScenario } from '@/core/whatIf/colleagues';
import { parametersOf, settingsOf } from '@/core/whatIf/parameters';
import { pictureOf } from '@/core/whatIf/picture';
import { tableOf } from './markdown';
import { type Bench, measured } from './pairs';

const parameters = parametersOf({ kind: 'colleagues' });
const practisedOnly = 1;
const policies = ['parallel-mailer', 'serial-caller'] as const;

/** Where the time to all answers crosses along one parameter, as the what-if page finds it, practised players only (as the prototype). */
async function crossingIn(
  bench: Bench,
  sweep: ParameterName,
  values: readonly number[],
  fixed: Partial<Settings>,
): Promise<Crossing | null> {
  const series = [];
  for (const policy of policies) {
    const figures: (number | null)[][] = [];
    for (const value of values) {
      // The longest day there is, so that nobody runs out of time.
      const settings = settingsOf(parameters, { length: 480, ...fixed, [sweep]: value });
      const runs = await measured(bench, colleaguesScenario(settings), policy, practisedOnly);
      figures.push(runs.map((m) => m.completionTime));
    }
    series.push({ policy, figures });
  }
  return pictureOf(values, 'completionTime', series, bench.seed).compared?.crossing ?? null;
}

/** `2.2 [1.9, 2.9]`; who is ahead all the way where there is no crossing, and how far the interval reaches in. */
function crossingText(crossing: Crossing | null, values: readonly number[], digits: number): string {
  if (!crossing) return '-';
  const [least, greatest] = [values[0] ?? 0, values.at(-1) ?? 0];
  const low = crossing.low === null ? `under ${least}` : crossing.low.toFixed(digits);
  const high = crossing.high === null ? `over ${greatest}` : crossing.high.toFixed(digits);
  if (crossing.at !== null) return `${crossing.at.toFixed(digits)} [${low}, ${high}]`;
  const always = crossing.left > 0 ? 'mail always' : 'call always';
  return crossing.low === null && crossing.high === null ? always : `${always} [${low}, ${high}]`;
}

const requests = [1, 2, 3, 4, 6, 8, 12, 16, 20];
const checks = [10, 20, 30, 60];

/** Section 8: from how many requests mail is done first in half of the pairs. */
export async function requestsTable(bench: Bench): Promise<string> {
  const rows: string[][] = [];
  for (const connects of [0.22, 0.4, 0.65]) {
    const cells: string[] = [];
    for (const check of checks)
      cells.push(
        crossingText(await crossingIn(bench, 'requests', requests, { connects, check }), requests, 1),
      );
    rows.push([connects.toFixed(2), ...cells]);
  }
  return tableOf(['first dial connects', ...checks.map((c) => `mail checked every ${c} min`)], rows);
}

const depths = [1, 2, 3, 4, 5, 6, 7, 8];
const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

/** Section 8: up to which depth mail is done first, of eight requests; and up to which share of dials that connect. */
export async function depthTable(bench: Bench): Promise<string> {
  const rows: string[][] = [];
  for (const [connects, check] of [
    [0.65, 10],
    [0.4, 10],
    [0.4, 30],
    [0.22, 30],
    [0.65, 30],
  ] as const) {
    const found = await crossingIn(bench, 'depth', depths, { connects, check });
    rows.push([
      `depth, ${connects.toFixed(2)} connect, checks every ${check} min`,
      crossingText(found, depths, 1),
    ]);
  }
  for (const depth of [1, 4]) {
    const found = await crossingIn(bench, 'connects', shares, { depth });
    rows.push([`share that connects, depth ${depth}, checks every 30 min`, crossingText(found, shares, 2)]);
  }
  return tableOf(['swept, eight requests', 'mail is done first up to'], rows);
}
