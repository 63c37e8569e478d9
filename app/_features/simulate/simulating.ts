import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '@/core/contract/scenario';
import { Players } from '../../_lib/players/players';
import { type Findings, simulate, simulated } from './simulation';

export type State =
  | { at: 'idle' }
  | { at: 'playing'; done: number; of: number }
  | { at: 'done' }
  | { at: 'stopped' }
  | { at: 'failed' };

/** What was found, and of which document. */
export interface Found {
  /** By `playedAs`. */
  of: string;
  findings: Findings;
}

export interface Simulated {
  state: State;
  found: Found | null;
}

/** A document as far as runs of it go: what a player is told to plan for changes none. */
export const playedAs = (scenario: Scenario): string => JSON.stringify({ ...scenario, playMin: 0 });

/** A simulation that goes on, and whose findings stay, whether or not anybody looks at it. */
export class Simulating {
  readonly store: StoreApi<Simulated> = createStore<Simulated>(() => ({
    state: { at: 'idle' },
    found: null,
  }));
  private halt: (() => void) | null = null;

  /** Takes up what was found before, unless something has been begun since. */
  restore(found: Found): void {
    if (this.store.getState().state.at !== 'idle') return;
    const whole = found.findings.policies.length === simulated.length;
    this.store.setState({ state: { at: whole ? 'done' : 'stopped' }, found });
  }

  start(scenario: Scenario): void {
    this.halt?.();
    const players = new Players();
    const abort = new AbortController();
    const { signal } = abort;
    this.halt = () => {
      abort.abort();
      players.close();
    };
    const of = playedAs(scenario);
    const now = (state: State) => this.store.setState({ state });
    this.store.setState({ state: { at: 'playing', done: 0, of: 1 }, found: null });
    simulate(scenario, players, {
      signal,
      show: (findings) => this.store.setState({ found: { of, findings } }),
      progress: (done, all) => now({ at: 'playing', done, of: all }),
    })
      .then(
        () => now({ at: 'done' }),
        () => {
          if (!signal.aborted) now({ at: 'failed' });
        },
      )
      .finally(() => players.close());
  }

  stop(): void {
    this.halt?.();
    this.halt = null;
    this.store.setState({ state: { at: 'stopped' } });
  }

  /** Nobody will look at it any more. */
  end(): void {
    this.halt?.();
    this.halt = null;
  }
}
