import os from 'node:os';

/** One figure over all rounds, beside its baseline. `goal` is what the ratio (or, without baseline, the value) is held to. */
export interface Figure {
  metric: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  baseline: number | null;
  ratio: number | null;
  goal: string | null;
  met: boolean | null;
}

export interface Report {
  name: string;
  machine: { cores: number; node: string };
  rounds: number;
  results: Figure[];
}

export const reportOf = (name: string, rounds: number, results: Figure[]): Report => ({
  name,
  machine: { cores: os.cpus().length, node: process.version },
  rounds,
  results,
});

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** For people: one line a figure. */
export function printed({ name, machine, rounds, results }: Report): string {
  const number = (x: number) => (Math.abs(x) >= 100 ? Math.round(x).toLocaleString('en') : x.toFixed(2));
  const lines = results.map((f) => {
    const beside =
      f.baseline === null
        ? ''
        : `, baseline ${number(f.baseline)}${f.ratio === null ? '' : `, ratio ${f.ratio.toFixed(2)}`}`;
    const verdict = f.met === null ? '' : f.met ? `  met (${f.goal})` : `  NOT MET (${f.goal})`;
    return `  ${f.metric}: ${number(f.value)} ${f.unit} [${number(f.min)}, ${number(f.max)}]${beside}${verdict}`;
  });
  return [`${name}: ${rounds} rounds on ${machine.cores} cores, Node ${machine.node}`, ...lines].join('\n');
}
