'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Glyph } from './icons';

/** A native modal dialog: Escape closes it, the page behind is inert, focus returns to where it was. */
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
  useEffect(() => {
    // Never closed here: leaving the page takes it along, and closing would tell the owner that a person did it.
    if (box.current && !box.current.open) box.current.showModal();
  }, []);
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
