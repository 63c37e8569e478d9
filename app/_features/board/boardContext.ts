'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { BoardConnection, BoardState } from '../../_lib/boardWire';

export interface Leading {
  connection: BoardConnection;
  /** Says what became of a control. */
  say: (text: string, bad?: boolean) => void;
}

export const BoardContext = createContext<Leading | null>(null);

export function useLeading(): Leading {
  const leading = useContext(BoardContext);
  if (!leading) throw new Error('Outside a board.');
  return leading;
}

export const useBoard = <T>(select: (state: BoardState) => T): T =>
  useStore(useLeading().connection.store, select);
