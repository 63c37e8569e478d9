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
 * on the shelf. `stop` ends it too: from then on any question gets as many runs as were played by then, until `goOn`.
 * What is told of the progress is always of the question that is asked now; a picture of another may stand until its own is there.
 */
export function useStudy(asked: Asked): {
  shown: Shown | null;
  progress: Progress;
  /** Replications behind what is shown of this question. */
  n: number;
  stop: () => void;
  goOn: () => void;
} {
  const [shown, setShown] = useState<{ asked: Asked; of: Shown } | null>(null);
  const [reached, setReached] = useState<{ asked: Asked; progress: Progress } | null>(null);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const players = useRef<Players | null>(null);
  const shelf = useRef<Shelf>(new Map());
  const n = shown?.asked === asked ? shown.of.n : 0;
  const share = reached?.asked === asked && reached.progress.at === 'playing' ? reached.progress.share : 0;

  useEffect(() => {
    players.current = new Players();
    return () => {
      players.current?.close();
      players.current = null;
    };
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const rest = performance.getEntriesByName(firstPicture).length > 0 ? restMs : 0;
    const reach = (progress: Progress) => setReached({ asked, progress });
    const begin = setTimeout(() => {
      const workers = players.current;
      if (!workers) return;
      study(asked, workers, shelf.current, {
        upTo: stopped?.n ?? asked.replications,
        signal,
        show: (next) => {
          setShown({ asked, of: next });
          if (performance.getEntriesByName(firstPicture).length === 0) performance.mark(firstPicture);
        },
        progress: (now) => reach({ at: 'playing', share: now }),
      }).then(
        () => reach({ at: 'done' }),
        () => {
          if (!signal.aborted) reach({ at: 'failed' });
        },
      );
    }, rest);
    return () => {
      clearTimeout(begin);
      stop.abort();
    };
  }, [asked, stopped]);

  return {
    shown: shown?.of ?? null,
    progress: progressOf(reached?.asked === asked ? reached.progress : null, stopped),
    n: stopped ? Math.max(n, stopped.n) : n,
    stop: useCallback(() => setStopped({ n, share }), [n, share]),
    goOn: useCallback(() => setStopped(null), []),
  };
}

/** How far the work was when it was stopped. */
interface Stopped {
  n: number;
  share: number;
}

function progressOf(reached: Progress | null, stopped: Stopped | null): Progress {
  if (reached?.at === 'failed') return reached;
  if (stopped) return { at: 'stopped', share: stopped.share };
  return reached ?? { at: 'playing', share: 0 };
}
