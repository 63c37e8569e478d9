'use client';

import { useEffect, useState } from 'react';
import type { Path } from '../model/faults';
import { controlClass, FieldFrame } from './FieldFrame';
import { useWriteOver } from './useWriteOver';

/** A list of short texts, one in each line. Empty lines count for nothing, but stay while one types. */
export function Lines({
  path,
  label,
  note,
  count,
  lines,
  rows = 4,
  placeholder,
  onChange,
}: {
  path: Path;
  label: string;
  note?: string;
  /** How many there are, of how many are wanted. */
  count?: string;
  lines: readonly string[];
  rows?: number;
  placeholder?: string;
  onChange: (lines: string[]) => void;
}) {
  const [text, setText] = useState(() => lines.join('\n'));
  const writeOver = useWriteOver(path, linesOf);
  useEffect(() => setText((now) => (isSame(linesOf(now), lines) ? now : lines.join('\n'))), [lines]);
  return (
    <FieldFrame path={path} label={label} note={note} count={count} whole>
      {(described) => (
        <textarea
          rows={rows}
          className={`${controlClass} field-sizing-content py-2`}
          placeholder={placeholder}
          {...described}
          {...writeOver}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(linesOf(event.target.value));
          }}
        />
      )}
    </FieldFrame>
  );
}

/** A list that is left out of the document while nothing stands in it. */
export const someOf = (lines: string[]): string[] | undefined => (lines.length > 0 ? lines : undefined);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);
