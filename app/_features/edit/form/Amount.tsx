'use client';

import { type ChangeEvent, useEffect, useState } from 'react';
import type { Path } from '../model/faults';
import { fieldId } from '../model/places';
import { controlClass, FieldFrame } from './FieldFrame';

interface AmountProps {
  path: Path;
  label: string;
  note?: string | undefined;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

interface Typing {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur: () => void;
}

/**
 * Typing of a number. Only numbers within the bounds reach the document: what is typed stays as it is while one types, and on leaving
 * the field shows the number that counts.
 */
function useTyping({ value, min, max, onChange }: AmountProps): Typing {
  const [typed, setTyped] = useState<string | null>(null);
  // Whatever else changes the number shows at once.
  useEffect(() => setTyped((text) => (text !== null && Number(text) === value ? text : null)), [value]);
  return {
    value: typed ?? String(value),
    onChange: ({ target: { value: text } }) => {
      setTyped(text);
      const number = Number(text);
      if (text !== '' && number >= min && number <= max) onChange(number);
    },
    onBlur: () => setTyped(null),
  };
}

/** A number. */
export function Amount(props: AmountProps) {
  const { path, label, note, min, max, step = 1 } = props;
  const typing = useTyping(props);
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <input
          type="number"
          inputMode="decimal"
          className={`${controlClass} tabular`}
          {...described}
          {...{ min, max, step }}
          {...typing}
        />
      )}
    </FieldFrame>
  );
}

/** A number with a slider beside it, for what one feels one's way to. */
export function Slider({
  unit,
  most,
  ...props
}: AmountProps & {
  unit: string;
  /** Where the slider ends; larger numbers can be typed. */
  most: number;
}) {
  const { path, label, note, value, min, max, step = 1, onChange } = props;
  const typing = useTyping(props);
  const id = fieldId(path);
  const described = note === undefined ? undefined : `${id}-note`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-3 sm:grid-cols-[10.5rem_minmax(0,1fr)_5.5rem]">
      <label htmlFor={id} className="col-span-2 text-sm leading-tight sm:col-span-1">
        {label} <span className="text-soft">({unit})</span>
      </label>
      <input
        type="range"
        aria-label={label}
        aria-describedby={described}
        aria-valuetext={`${value} ${unit}`}
        className="h-10 w-full accent-mail-solid"
        min={min}
        max={most}
        step={step}
        value={Math.min(value, most)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <input
        id={id}
        type="number"
        inputMode="decimal"
        aria-describedby={described}
        className={`${controlClass} tabular`}
        {...{ min, max, step }}
        {...typing}
      />
      {note !== undefined && (
        <p id={described} className="col-span-full -mt-1 text-xs text-soft">
          {note}
        </p>
      )}
    </div>
  );
}
