'use client';

import { useEffect, useState } from 'react';
import { storyTime } from '../../../_lib/clock';
import type { Path } from '../model/faults';
import { controlClass, FieldFrame } from './FieldFrame';

const minute = 60_000;
/** As the browser's field writes a moment: 2026-03-02T09:00. */
const written = (start: string, minutes: number): string =>
  new Date(storyTime(start, Math.round(minutes) * minute)).toISOString().slice(0, 16);

interface MomentProps {
  path: Path;
  label: string;
  note?: string | undefined;
  /** When the story begins; no date while somebody is writing it. */
  start: string;
  /** Minutes after that. */
  value: number;
  max: number;
  onChange: (minutes: number) => void;
}

/**
 * A moment by date and clock of the story. Only what lies between its beginning and `max` minutes later reaches the document; on leaving
 * the field shows what counts. Nothing while the story has no beginning.
 */
export function Moment({ path, label, note, start, value, max, onChange }: MomentProps) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    setTyped((text) => (text !== null && minutesTo(start, text) === value ? text : null));
  }, [start, value]);
  if (Number.isNaN(storyTime(start, 0))) return null;
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <input
          type="datetime-local"
          className={`${controlClass} tabular`}
          {...described}
          min={written(start, 0)}
          max={written(start, max)}
          value={typed ?? written(start, value)}
          onChange={({ target: { value: text } }) => {
            setTyped(text);
            const minutes = minutesTo(start, text);
            if (minutes >= 0 && minutes <= max) onChange(minutes);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </FieldFrame>
  );
}

/** NaN for what is no moment. */
const minutesTo = (start: string, text: string): number =>
  (storyTime(text, 0) - storyTime(start, 0)) / minute;
