'use client';

import type { ReactNode } from 'react';
import { useEditor } from '../editorContext';
import { isWithin, type Path } from '../model/faults';

/** What is seldom needed, behind a disclosure that is open where something in it is wrong. */
export function More({ title, paths, children }: { title: string; paths: Path[]; children: ReactNode }) {
  const wrong = useEditor((s) => s.faults.some((f) => paths.some((path) => isWithin(f, path))));
  return (
    <details open={wrong || undefined} className="rounded-xl border border-line px-4">
      <summary className="min-h-10 cursor-pointer py-2 text-sm font-medium">{title}</summary>
      <div className="grid gap-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
