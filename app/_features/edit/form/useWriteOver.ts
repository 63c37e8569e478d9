import { type FocusEvent, type MouseEvent, useRef } from 'react';
import { useEditing } from '../editorContext';
import type { Path } from '../model/faults';
import { isSample } from '../model/samples';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Sample text is selected whenever its field gets the focus, so that the first key writes it over. `read` makes of a text what stands in the document. */
export function useWriteOver(path: Path, read: (text: string) => unknown = (text) => text) {
  const { store } = useEditing();
  const selecting = useRef(false);
  return {
    onFocus: ({ currentTarget: field }: FocusEvent<Field>) => {
      if (!isSample(store.getState().samples, path, read(field.value))) return;
      field.select();
      selecting.current = true;
    },
    // The press that gave the focus would put the cursor where it ended.
    onMouseUp: (event: MouseEvent<Field>) => {
      if (selecting.current) {
        event.preventDefault();
        event.currentTarget.select();
      }
      selecting.current = false;
    },
    onKeyDown: () => {
      selecting.current = false;
    },
  };
}
