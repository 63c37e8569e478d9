import { useEffect } from 'react';
import { useEditing } from '../editorContext';
import { redo, undo } from '../editorStore';
import { rescueFocus } from '../focus';

/**
 * Undo and redo by keyboard, in fields too: a step is one of the whole document. Where that takes away what had the focus, the focus
 * goes to the section's title.
 */
export function useEditorKeys(): void {
  const { store } = useEditing();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) undo(store);
      else redo(store);
    };
    addEventListener('keydown', onKey);
    const stop = store.subscribe((s, before) => {
      if (s.history.now !== before.history.now) rescueFocus();
    });
    return () => {
      removeEventListener('keydown', onKey);
      stop();
    };
  }, [store]);
}
