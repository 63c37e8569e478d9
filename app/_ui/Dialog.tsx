'use client';

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { around, focusBack } from './focusHome';
import { Glyph } from './icons';

/** What is written or chosen in: whoever opens a dialog with such a field came to fill it in. */
const written = ['input:not([type=hidden], [type=radio], [type=checkbox])', 'textarea', 'select']
  .map((field) => `${field}:not(:disabled, [readonly])`)
  .join();

/**
 * A native modal dialog: the focus goes to its first field, or else to its first button; Escape closes it, the page behind is inert,
 * focus returns to where it was or to what stood around that.
 */
export function Dialog({
  title,
  close,
  onClose,
  children,
}: {
  title: string;
  close: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useModal(box);
  return (
    <dialog
      ref={box}
      aria-label={title}
      onClose={onClose}
      className="w-[min(34rem,calc(100vw-1.5rem))] max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-2xl border border-line bg-panel p-5 shadow-2xl"
    >
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 className="text-xl font-semibold">{title}</h2>
        <button
          type="button"
          aria-label={close}
          onClick={onClose}
          className="grid size-10 place-items-center rounded-lg text-soft hover:bg-well"
        >
          <Glyph name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

function useModal(box: RefObject<HTMLDialogElement | null>): void {
  const openedFrom = useRef<Element[]>([]);
  const held = useRef(false);
  useLayoutEffect(() => {
    const dialog = box.current;
    // Asked while it is still on the page: who holds the focus once it is gone is anybody's guess.
    return () => {
      held.current = document.activeElement === document.body || !!dialog?.contains(document.activeElement);
    };
  }, [box]);
  useEffect(() => {
    const dialog = box.current;
    // Never closed here: leaving the page takes it along, and closing would tell the owner that a person did it.
    if (dialog && !dialog.open) {
      openedFrom.current = around(document.activeElement);
      dialog.showModal();
      dialog.querySelector<HTMLElement>(written)?.focus();
    }
    // The browser gives the focus back when a dialog is closed, not when an open one is taken away.
    return () => {
      if (dialog?.isConnected === false && held.current && openedFrom.current.length > 0)
        focusBack(openedFrom.current);
    };
  }, [box]);
}
