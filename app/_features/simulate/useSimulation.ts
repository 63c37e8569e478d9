'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Scenario } from '@/core/contract/scenario';
import { Players } from '../../_lib/players/players';
import { type Findings, simulate } from './simulation';

export type State =
  | { at: 'idle' }
  | { at: 'playing'; done: number; of: number }
  | { at: 'done' }
  | { at: 'stopped' }
  | { at: 'failed' };

/** Simulates a scenario when asked to. Findings of a document that has changed since are marked `stale`, not taken away. */
export function useSimulation(scenario: Scenario): {
  state: State;
  findings: Findings | null;
  stale: boolean;
  start: () => void;
  stop: () => void;
} {
  const [state, setState] = useState<State>({ at: 'idle' });
  const [found, setFound] = useState<{ of: Scenario; findings: Findings } | null>(null);
  const end = useRef<(() => void) | null>(null);

  const stop = useCallback(() => {
    end.current?.();
    end.current = null;
    setState({ at: 'stopped' });
  }, []);

  const start = useCallback(() => {
    end.current?.();
    const players = new Players();
    const abort = new AbortController();
    const { signal } = abort;
    end.current = () => {
      abort.abort();
      players.close();
    };
    setFound(null);
    setState({ at: 'playing', done: 0, of: 1 });
    simulate(scenario, players, {
      signal,
      show: (findings) => setFound({ of: scenario, findings }),
      progress: (done, of) => setState({ at: 'playing', done, of }),
    })
      .then(
        () => setState({ at: 'done' }),
        () => {
          if (!signal.aborted) setState({ at: 'failed' });
        },
      )
      .finally(() => players.close());
  }, [scenario]);

  useEffect(() => () => end.current?.(), []);

  const stale = useMemo(() => found !== null && !playsAlike(found.of, scenario), [found, scenario]);

  return {
    state,
    findings: found?.findings ?? null,
    stale,
    start,
    stop,
  };
}

/** Whether two states of a document are played alike: what a player is told to plan for changes no run. */
const playsAlike = (a: Scenario, b: Scenario): boolean =>
  a === b || JSON.stringify({ ...a, playMin: 0 }) === JSON.stringify({ ...b, playMin: 0 });
