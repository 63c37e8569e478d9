'use client';

import type { ReactNode } from 'react';
import { useEditing, useEditor } from '../editorContext';
import { fold } from '../editorStore';
import { isWithin, type Path } from '../model/faults';

/**
 * What is seldom needed, behind a disclosure. It is as the author left it, for whichever item it is drawn (`name`), and opens where
 * something in it is wrong; what was opened so stays open while that is mended.
 */
export function More({
  name,
  title,
  says,
  paths,
  children,
}: {
  name: string;
  title: string;
  /** What stands in it in short, for who does not open it. */
  says?: string | undefined;
  paths: Path[];
  children: ReactNode;
}) {
  const { store } = useEditing();
  const wrong = useEditor((s) => s.faults.some((f) => paths.some((path) => isWithin(f, path))));
  const open = useEditor((s) => s.folds[name] ?? false);
  return (
    <details
      open={wrong || open}
      onToggle={(event) => fold(store, name, event.currentTarget.open)}
      className="rounded-xl border border-line px-4"
    >
      <summary className="min-h-10 cursor-pointer py-2 text-sm font-medium">
        {title}
        {says !== undefined && <span className="block pl-4 font-normal text-soft">{says}</span>}
      </summary>
      <div className="grid gap-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
