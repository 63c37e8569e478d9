'use client';

import { useEffect, useState } from 'react';
import type { Path } from '../model/faults';
import { isMoment, minutesTo, written } from '../model/moment';
import { controlClass, FieldFrame } from './FieldFrame';

interface MomentProps {
  path: Path;
  label: string;
  note: string;
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
  // As it was when writing began: a field that lost its date under the hand would lose all that is in it.
  const [typed, setTyped] = useState<{ text: string; oneDay: boolean } | null>(null);
  useEffect(() => {
    setTyped((now) => (now !== null && minutesTo(start, now.text) === value ? now : null));
  }, [start, value]);
  if (!isMoment(start)) return null;
  const clockAlone = typed?.oneDay ?? oneDay;
  const shown = (minutes: number) => written(start, minutes, clockAlone);
  const counts = (minutes: number) => minutes >= 0 && minutes <= max;
  const refused = typed !== null && typed.text !== '' && !counts(minutesTo(start, typed.text));
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <input
          type={clockAlone ? 'time' : 'datetime-local'}
          className={`${controlClass} tabular`}
          {...described}
          aria-invalid={described['aria-invalid'] || refused}
          min={shown(0)}
          max={clockAlone ? undefined : shown(max)}
          value={typed?.text ?? shown(value)}
          onChange={({ target: { value: text } }) => {
            setTyped({ text, oneDay: clockAlone });
            const minutes = minutesTo(start, text);
            if (counts(minutes)) onChange(minutes);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </FieldFrame>
  );
}
