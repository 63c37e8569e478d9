'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Players } from '../../_lib/players/players';
import { type Asked, type Shelf, type Shown, study } from './study';

/** `playing` with the share done; `stopped` by the visitor; `failed` where no worker can be had. */
export type Progress =
  | { at: 'playing'; share: number }
  | { at: 'stopped'; share: number }
  | { at: 'done' }
  | { at: 'failed' };

/** A slider that is being pulled asks only when it rests for so many ms. */
const restMs = 60;
export const firstPicture = 'what-if first picture';

/**
 * Pictures of a question, refined while one watches. Another question ends the work on the one before; what was played stays
 * on the shelf. `stop` ends it too, and `goOn` takes it up again.
 */
export function useStudy(asked: Asked): {
  shown: Shown | null;
  progress: Progress;
  stop: () => void;
  goOn: () => void;
} {
  const [shown, setShown] = useState<Shown | null>(null);
  const [progress, setProgress] = useState<Progress>({ at: 'playing', share: 0 });
  const [stopped, setStopped] = useState(false);
  const players = useRef<Players | null>(null);
  const shelf = useRef<Shelf>(new Map());
  const share = useRef(0);

  useEffect(() => {
    players.current = new Players();
    return () => {
      players.current?.close();
      players.current = null;
    };
  }, []);

  useEffect(() => {
    if (stopped) {
      setProgress({ at: 'stopped', share: share.current });
      return;
    }
    const stop = new AbortController();
    const { signal } = stop;
    const rest = performance.getEntriesByName(firstPicture).length > 0 ? restMs : 0;
    const begin = setTimeout(() => {
      const workers = players.current;
      if (!workers) return;
      setProgress({ at: 'playing', share: 0 });
      study(asked, workers, shelf.current, {
        signal,
        show: (next) => {
          setShown(next);
          if (performance.getEntriesByName(firstPicture).length === 0) performance.mark(firstPicture);
        },
        progress: (now) => {
          share.current = now;
          setProgress({ at: 'playing', share: now });
        },
      }).then(
        () => setProgress({ at: 'done' }),
        () => {
          if (!signal.aborted) setProgress({ at: 'failed' });
        },
      );
    }, rest);
    return () => {
      clearTimeout(begin);
      stop.abort();
    };
  }, [asked, stopped]);

  return {
    shown,
    progress,
    stop: useCallback(() => setStopped(true), []),
    goOn: useCallback(() => setStopped(false), []),
  };
}
