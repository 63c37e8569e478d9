'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/shallow';
import type { Draft } from '@/core/contract/draft';
import { draftOf, type EditorState, type EditorStore } from './editorStore';
import type { Keeper } from './keep/keeper';
import { type Fault, isWithin, type Path } from './model/faults';

/** What everything in the editor works with. */
export interface Editing {
  store: EditorStore;
  keeper: Keeper;
}

export const EditorContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditorContext);
  if (!editing) throw new Error('Outside an editor.');
  return editing;
}

export const useEditor = <T>(select: (state: EditorState) => T): T => useStore(useEditing().store, select);

export const useDraft = <T>(select: (draft: Draft) => T): T => useEditor((s) => select(draftOf(s)));

/** The faults of one place: of all within it (`whole`), or of the place itself alone. */
export const useFaults = (place: Path, whole: boolean): Fault[] =>
  useEditor(
    useShallow((s) =>
      s.faults.filter((f) => (whole || f.path.length === place.length) && isWithin(f, place)),
    ),
  );
