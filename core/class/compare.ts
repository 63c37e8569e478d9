import type {
  ClassDifference,
  ClassGroup,
  ClassMeasure,
  ClassMode,
  ClassTeam,
} from '@/core/contract/classDebrief';
import type { MeasureName } from '@/core/contract/measures';
import type { Seed } from '@/core/sim/chance/draw';
import { quantile } from '@/core/sim/measures/quantile';
import { tInterval } from '@/core/statistics/interval';
import { groupDifference, orderEffects } from '@/core/statistics/orders';
import { fewest, type Pair, pairedSummary } from '@/core/statistics/paired';

/** Zero by mail whatever anybody does (X6): shown, never tested. */
const byConstruction: ReadonlySet<MeasureName> = new Set([
  'blockedTime',
  'interruptionsCaused',
  'timeLostToOthers',
]);
/** What both modes can have, in the order of the page. */
export const bothModes = [
  'completionTime',
  'firstAnswer',
  'solved',
  'deskDone',
  'personTime',
  'resumptionLag',
  'clarifications',
  'blockedTime',
  'interruptionsCaused',
  'timeLostToOthers',
] as const satisfies readonly MeasureName[];
/** What only one of the modes can have: shown for itself. */
export const oneMode = {
  mail: ['inFlightMax', 'inFlightMean', 'outOfOrder', 'replyRate', 'latencyQ50', 'messages', 'reminders'],
  call: ['attemptsPerContact', 'interruptionsSuffered'],
} as const satisfies Record<string, readonly MeasureName[]>;
/** Null means not reached, which is a result (X5); elsewhere it means that there was nothing to measure. */
const reached: ReadonlySet<MeasureName> = new Set(['completionTime', 'firstAnswer', 'latencyQ50']);

interface Setting {
  teams: readonly ClassTeam[];
  /** One seed for the room: no intervals (X6). */
  sharedSeed: boolean;
  /** Names the resamples of the bootstrap. */
  seed: Seed;
}

/** Every measure that can be compared or shown, with what this class says about it (X1, X5, X6). */
export function compare(setting: Setting): ClassMeasure[] {
  const modes = modesIn(setting.teams);
  const both = bothModes.map((measure) => compareOne(setting, measure, modes));
  const one = (['mail', 'call'] as const).flatMap((mode) =>
    oneMode[mode].map((measure) =>
      compareOne(
        setting,
        measure,
        modes.filter((m) => m === mode || m === 'free'),
      ),
    ),
  );
  return [...both, ...one].filter((m) => m.groups.length > 0);
}

const modesIn = (teams: readonly ClassTeam[]): ClassMode[] =>
  (['mail', 'call', 'free'] as const).filter((mode) =>
    teams.some((t) => t.runs.some((r) => r.mode === mode)),
  );

function compareOne(setting: Setting, measure: MeasureName, modes: readonly ClassMode[]): ClassMeasure {
  const constructed = byConstruction.has(measure);
  const quiet = setting.sharedSeed || constructed;
  const groups = modes
    .map((mode) => groupOf(setting.teams, measure, mode, quiet))
    .filter((g) => g.values.length > 0);
  const comparable = modes.includes('mail') && modes.includes('call');
  const pairs = comparable ? pairsOf(setting.teams, measure) : [];
  const difference = !comparable
    ? null
    : pairs.length > 0
      ? paired(pairs, setting, quiet)
      : between(groups, quiet);
  return { measure, constructed, groups, pairs, difference };
}

const values = (teams: readonly ClassTeam[], measure: MeasureName, mode: ClassMode): (number | null)[] =>
  teams
    .flatMap((t) => t.runs.filter((r) => r.mode === mode).map((r) => r.measures[measure]))
    .filter((v) => v !== null || reached.has(measure));

function groupOf(
  teams: readonly ClassTeam[],
  measure: MeasureName,
  mode: ClassMode,
  quiet: boolean,
): ClassGroup {
  const all = values(teams, measure, mode);
  const came = all.filter((v) => v !== null);
  const whole = came.length === all.length && came.length > 0;
  return {
    mode,
    values: all,
    mean: whole ? came.reduce((sum, v) => sum + v, 0) / came.length : null,
    interval: whole && !quiet && came.length >= fewest ? tInterval(came) : null,
    quarter: quantile(all, 0.25),
    median: quantile(all, 0.5),
    threeQuarters: quantile(all, 0.75),
  };
}

interface ClassPair extends Pair {
  mailFirst: boolean;
}

function pairsOf(teams: readonly ClassTeam[], measure: MeasureName): ClassPair[] {
  return teams.flatMap(({ runs }) => {
    const mail = runs.find((r) => r.mode === 'mail');
    const call = runs.find((r) => r.mode === 'call');
    if (!mail || !call) return [];
    const pair = {
      mail: mail.measures[measure],
      call: call.measures[measure],
      mailFirst: mail.place < call.place,
    };
    return reached.has(measure) || (pair.mail !== null && pair.call !== null) ? [pair] : [];
  });
}

function paired(pairs: readonly ClassPair[], { seed }: Setting, quiet: boolean): ClassDifference {
  const sum = pairedSummary(pairs, seed);
  const first = differences(pairs.filter((p) => p.mailFirst));
  const second = differences(pairs.filter((p) => !p.mailFirst));
  const orders = sum.censored === 0 ? orderEffects(first, second) : null;
  const shown = <T>(interval: T | null): T | null => (quiet ? null : interval);
  return {
    kind: 'paired',
    n: sum.n,
    censored: sum.censored,
    value: sum.mean,
    t: shown(sum.t),
    bootstrap: shown(sum.bootstrap),
    median: sum.centre ?? sum.median,
    medianInterval: shown(sum.centreInterval),
    smaller: sum.smaller,
    same: sum.same,
    larger: sum.larger,
    order: orders && { ...orders.order, interval: shown(orders.order.interval) },
    mode: orders && { ...orders.mode, interval: shown(orders.mode.interval) },
  };
}

const differences = (pairs: readonly Pair[]): number[] =>
  pairs.flatMap(({ mail, call }) => (mail === null || call === null ? [] : [call - mail]));

/** Two groups of different teams: Welch's difference of the means, and the difference of the medians. */
function between(groups: readonly ClassGroup[], quiet: boolean): ClassDifference | null {
  const [mail, call] = (['mail', 'call'] as const).map((mode) => groups.find((g) => g.mode === mode));
  if (!mail || !call) return null;
  const came = (g: ClassGroup) => g.values.filter((v) => v !== null);
  const censored = mail.values.length + call.values.length - came(mail).length - came(call).length;
  const n = Math.min(mail.values.length, call.values.length);
  const effect = censored === 0 ? groupDifference(came(mail), came(call)) : null;
  return {
    kind: 'between',
    n,
    censored,
    value: effect?.value ?? null,
    t: quiet || n < fewest ? null : (effect?.interval ?? null),
    bootstrap: null,
    median: mail.median === null || call.median === null ? null : call.median - mail.median,
    medianInterval: null,
    smaller: 0,
    same: 0,
    larger: 0,
    order: null,
    mode: null,
  };
}
