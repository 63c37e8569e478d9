'use client';

import { useEffect, useState } from 'react';
import type { Path } from '../model/faults';
import { isMoment, minutesTo, written } from '../model/moment';
import { controlClass, FieldFrame } from './FieldFrame';

interface MomentProps {
  path: Path;
  label: string;
  note?: string | undefined;
  /** When the story begins; no date while somebody is writing it. */
  start: string;
  /** Minutes after that. */
  value: number;
  max: number;
  /** The story ends on the day it begins: the clock alone says it all. */
  oneDay: boolean;
  onChange: (minutes: number) => void;
}

/**
 * A moment by the clock of the story, with its date where there are several. Only what lies between the beginning and `max` minutes
 * later reaches the document; on leaving the field shows what counts. Nothing while the story has no beginning.
 */
export function Moment({ path, label, note, start, value, max, oneDay, onChange }: MomentProps) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    setTyped((text) => (text !== null && minutesTo(start, text) === value ? text : null));
  }, [start, value]);
  if (!isMoment(start)) return null;
  const shown = (minutes: number) => written(start, minutes, oneDay);
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <input
          type={oneDay ? 'time' : 'datetime-local'}
          className={`${controlClass} tabular`}
          {...described}
          min={shown(0)}
          max={oneDay ? undefined : shown(max)}
          value={typed ?? shown(value)}
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
