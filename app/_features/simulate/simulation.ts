import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import type { Played } from '@/core/replication/batch';
import type { Hardest, PolicyOutcome, Separation } from '@/core/whatIf/separation';
import { wholeMinutes } from '../../_lib/clock';
import type { Players } from '../../_lib/players/players';

/** The policies in the order they are played and shown: first the two that the modes are compared by. */
export const simulated = [
  { policy: 'parallel-mailer', mode: 'mail' },
  { policy: 'serial-caller', mode: 'call' },
  { policy: 'hybrid', mode: 'free' },
  { policy: 'one-at-a-time-mailer', mode: 'mail' },
] as const satisfies readonly { policy: PolicyName; mode: Mode }[];

export const replications = 1_000;
/** Replications that a worker plays at a go. */
const atOnce = 25;

export interface SimulatedPolicy {
  policy: PolicyName;
  outcome: PolicyOutcome;
  hardest: Hardest | null;
}

/** What has been found so far; `separation` once both modes are through. */
export interface Findings {
  policies: SimulatedPolicy[];
  separation: Separation | null;
}

/** Whole real minutes of one run in the mode that takes longer; null until both modes are through. */
export function minutesToPlan(policies: readonly SimulatedPolicy[]): number | null {
  const both = policies.filter(({ policy }) => policy === 'parallel-mailer' || policy === 'serial-caller');
  if (both.length < 2) return null;
  return wholeMinutes(Math.max(...both.map(({ outcome }) => outcome.realMs)));
}

export interface Watching {
  signal: AbortSignal;
  show: (findings: Findings) => void;
  /** Replications played, of all. */
  progress: (done: number, of: number) => void;
}

/** Plays a scenario with every policy, one after the other, and shows what each came to. Rejects when the signal says stop. */
export async function simulate(scenario: Scenario, players: Players, watching: Watching): Promise<void> {
  const { signal } = watching;
  const all: Played[][] = [];
  const policies: SimulatedPolicy[] = [];
  let separation: Separation | null = null;
  for (const [i, { policy, mode }] of simulated.entries()) {
    const played = await play(scenario, policy, mode, players, signal, (done) =>
      watching.progress(i * replications + done, simulated.length * replications),
    );
    all.push(played);
    const found = await players.run((player) => player.outcome(scenario, played));
    policies.push({ policy, ...found });
    const [mail, call] = all;
    if (all.length === 2 && mail && call)
      separation = await players.run((player) => player.separation(mail, call));
    signal.throwIfAborted();
    watching.show({ policies: [...policies], separation });
  }
}

async function play(
  scenario: Scenario,
  policy: PolicyName,
  mode: Mode,
  players: Players,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Played[]> {
  let done = 0;
  const parts = Array.from({ length: replications / atOnce }, (_, i) =>
    players.run(async (player) => {
      signal.throwIfAborted();
      const batch = { policy, mode, scenario, seed: 'simulate', from: i * atOnce, to: (i + 1) * atOnce };
      const some = await player.usual(batch);
      done += some.length;
      if (!signal.aborted) progress(done);
      return some;
    }),
  );
  return (await Promise.all(parts)).flat();
}
