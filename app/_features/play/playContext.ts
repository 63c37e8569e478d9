'use client';

import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { RunPlace } from '@/core/contract/plan';
import type { Connection } from '../../_lib/connection';
import type { PlayState } from '../../_lib/playState';
import type { SpeechState, SpeechStore } from './call/speechStore';
import type { ComposerState, ComposerStore } from './composerStore';
import type { UiState, UiStore } from './uiStore';

/** What everything on the play screen works with. */
export interface Playing {
  seat: string;
  run: string;
  /** Under which name this browser keeps what is not sent or saved yet. */
  keptAs: string;
  place: RunPlace;
  /** The slug of the draft that its author tries out here; null in every other run. */
  draft: string | null;
  /** The story of the brief, formatted. */
  story: ReactNode;
  connection: Connection;
  composer: ComposerStore;
  speech: SpeechStore;
  ui: UiStore;
}

export const PlayContext = createContext<Playing | null>(null);

export function usePlaying(): Playing {
  const playing = useContext(PlayContext);
  if (!playing) throw new Error('Outside a play screen.');
  return playing;
}

export const usePlay = <T>(select: (state: PlayState) => T): T =>
  useStore(usePlaying().connection.store, select);
export const useUi = <T>(select: (state: UiState) => T): T => useStore(usePlaying().ui, select);
export const useComposer = <T>(select: (state: ComposerState) => T): T =>
  useStore(usePlaying().composer, select);

export const useSpeech = <T>(select: (state: SpeechState) => T): T => useStore(usePlaying().speech, select);

const tickMs = 250;

const ticks = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for everything that shows time, however much of it there is. */
function onTick(tick: () => void): () => void {
  ticks.add(tick);
  timer ??= setInterval(() => {
    for (const each of ticks) each();
  }, tickMs);
  return () => {
    ticks.delete(tick);
    if (ticks.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What `read` makes of the simulated now, a plain value: looked at again as time passes and when the run changes. */
export function useSimValue<T extends string | number | boolean | null>(read: (simMs: number) => T): T {
  const { connection } = usePlaying();
  const { store } = connection;
  const watch = useCallback(
    (look: () => void) => {
      const stops = [onTick(look), store.subscribe(look)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store],
  );
  return useSyncExternalStore(
    watch,
    () => read(connection.simNow()),
    () => read(store.getInitialState().view.clock.simMs),
  );
}

/** Simulated now in whole steps of `stepMs`, so that only what shows seconds is drawn every second. */
export const useSimNow = (stepMs = 60_000): number =>
  useSimValue((simMs) => Math.floor(simMs / stepMs) * stepMs);
