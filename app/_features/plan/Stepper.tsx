'use client';

import { useRef } from 'react';
import { buttonClass } from '../../_ui/buttonClass';

/** A number with a button on either side; without scripts the field alone does it. */
export function Stepper({
  name,
  label,
  unit,
  step,
  texts,
}: {
  name: string;
  label: string;
  unit: string;
  step: number;
  texts: { about: string; less: string; more: string };
}) {
  const field = useRef<HTMLInputElement>(null);
  const by = (sign: 1 | -1) => () => {
    const { current } = field;
    if (!current) return;
    const value = Math.round(current.valueAsNumber || 0) + sign * step;
    current.value = String(Math.max(0, Math.min(999, value)));
  };
  return (
    <div className="flex items-center gap-1">
      <span aria-hidden="true" className="mr-1 text-sm text-soft">
        {texts.about}
      </span>
      <button
        type="button"
        onClick={by(-1)}
        aria-label={texts.less}
        className={buttonClass('plain', 'md', square)}
      >
        −
      </button>
      <label className="flex items-center gap-1.5">
        <span className="sr-only">{label}</span>
        <input
          ref={field}
          type="number"
          name={name}
          min="0"
          max="999"
          step="1"
          inputMode="numeric"
          className="tabular min-h-10 w-16 rounded-lg border border-edge/60 bg-raised px-2 text-right [appearance:textfield]"
        />
        <span className="text-sm text-soft">{unit}</span>
      </label>
      <button
        type="button"
        onClick={by(1)}
        aria-label={texts.more}
        className={buttonClass('plain', 'md', square)}
      >
        +
      </button>
    </div>
  );
}

const square = 'w-10 !px-0 text-lg noscript:hidden';
