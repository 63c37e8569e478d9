'use client';

import { useState } from 'react';
import { buttonClass } from '../../../_ui/buttonClass';
import { addId } from '../focus';
import { controlClass } from '../form/FieldFrame';

/** Something new by its name alone: everything else about it has a beginning. */
export function AddLine({
  label,
  button,
  max,
  onAdd,
}: {
  label: string;
  button: string;
  max: number;
  onAdd: (name: string) => void;
}) {
  const [name, setName] = useState('');
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return document.getElementById(addId)?.focus();
        onAdd(name.trim());
        setName('');
      }}
    >
      <div className="min-w-0 grow">
        <label htmlFor={addId} className="mb-1 block text-sm font-medium">
          {label}
        </label>
        <input
          id={addId}
          autoComplete="off"
          maxLength={max}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={controlClass}
        />
      </div>
      <button type="submit" className={buttonClass('plain')}>
        {button}
      </button>
    </form>
  );
}
