import type { ParameterName, Settings, StudyMission } from '@/core/contract/whatIf';

/**
 * What one parameter can be. `values` are those of a sweep, `levels` the few that get a picture each when it is the second
 * one. `usual` is the mission as it stands. `unit` is what its numbers count; a `factor` multiplies what the scenario has.
 */
export interface Parameter {
  name: ParameterName;
  unit: 'requests' | 'minutes' | 'share' | 'depth' | 'factor';
  min: number;
  max: number;
  step: number;
  usual: number;
  values: readonly number[];
  levels: readonly number[];
}

const of = (
  name: ParameterName,
  unit: Parameter['unit'],
  [min, max, step]: readonly [number, number, number],
  usual: number,
  values: readonly number[],
  levels: readonly number[],
): Parameter => ({ name, unit, min, max, step, usual, values, levels });

/** The defaults are those of balance.md section 8: every slider crosses within its range. */
const ofColleagues: readonly Parameter[] = [
  of('requests', 'requests', [1, 20, 1], 8, [1, 2, 3, 4, 6, 8, 10, 12, 16, 20], [2, 8, 16]),
  of('check', 'minutes', [5, 120, 5], 30, [5, 10, 15, 20, 30, 45, 60, 90, 120], [10, 30, 60]),
  of('connects', 'share', [0.1, 0.7, 0.01], 0.4, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], [0.22, 0.4, 0.65]),
  of('depth', 'depth', [1, 8, 1], 1, [1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 6]),
  of('interruption', 'minutes', [0, 20, 0.5], 3, [0, 1, 2, 3, 5, 8, 12, 20], [0, 3, 12]),
  of(
    'length',
    'minutes',
    [30, 480, 10],
    360,
    [30, 60, 90, 120, 180, 240, 300, 360, 420, 480],
    [90, 180, 360],
  ),
];

const factor = (name: ParameterName, values: readonly number[], levels: readonly number[]): Parameter =>
  of(name, 'factor', [values[0] ?? 0, values.at(-1) ?? 1, 0.05], 1, values, levels);

const ofEveryScenario: readonly Parameter[] = [
  factor('check', [0.25, 0.5, 0.75, 1, 1.5, 2, 3], [0.5, 1, 2]),
  factor('connects', [0.25, 0.4, 0.55, 0.7, 0.85, 1, 1.2], [0.5, 0.75, 1]),
  factor('interruption', [0, 0.5, 1, 2, 3, 4], [0.5, 1, 2]),
  factor('length', [0.4, 0.55, 0.7, 0.85, 1, 1.2, 1.5, 2], [0.7, 1, 1.5]),
];

/** What can be changed in a mission, in the order of the page. A scenario's graph of prerequisites stands as it is. */
export function parametersOf(mission: StudyMission): readonly Parameter[] {
  if (mission.kind === 'colleagues') return ofColleagues;
  const n = mission.scenario.requests.length;
  const counts = [
    ...new Set(Array.from({ length: 8 }, (_, i) => Math.max(1, Math.round((n * (i + 1)) / 8)))),
  ];
  const some = [...new Set([Math.max(1, Math.round(n / 3)), Math.max(1, Math.round((2 * n) / 3)), n])];
  return [of('requests', 'requests', [1, n, 1], n, counts, some), ...ofEveryScenario];
}

/** Every parameter's setting: as asked where it is within its range, else the nearest there is; the usual one where none is asked. */
export function settingsOf(parameters: readonly Parameter[], asked: Partial<Settings>): Settings {
  const one = (name: ParameterName): number => {
    const parameter = parameters.find((p) => p.name === name);
    if (!parameter) return 1;
    const { min, max, usual } = parameter;
    return Math.min(max, Math.max(min, asked[name] ?? usual));
  };
  return {
    requests: Math.round(one('requests')),
    check: one('check'),
    connects: one('connects'),
    depth: Math.round(one('depth')),
    interruption: one('interruption'),
    length: Math.round(one('length') * 100) / 100,
  };
}
