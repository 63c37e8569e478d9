'use client';

import { useFormContext } from 'react-hook-form';
import { controlClass, FieldFrame } from './FieldFrame';
import { usePath } from './ItemForm';
import { useWriteOver } from './useWriteOver';

interface FieldProps {
  /** Path within the form. */
  name: string;
  label: string;
  note?: string | undefined;
  /** Left out of the document while empty. */
  optional?: boolean;
}

const emptyIsNothing = (text: unknown) => (text === '' ? undefined : text);

/** A line of text. */
export function TextField({
  name,
  label,
  note,
  optional,
  ...input
}: FieldProps & { maxLength?: number; type?: 'text' | 'datetime-local' }) {
  const { register } = useFormContext();
  const path = usePath(name);
  const writeOver = useWriteOver(path);
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <input
          autoComplete="off"
          className={controlClass}
          {...input}
          {...described}
          {...writeOver}
          {...register(name, optional ? { setValueAs: emptyIsNothing } : {})}
        />
      )}
    </FieldFrame>
  );
}

/** Several lines of text. */
export function AreaField({ name, label, note, optional, rows = 3 }: FieldProps & { rows?: number }) {
  const { register } = useFormContext();
  const path = usePath(name);
  const writeOver = useWriteOver(path);
  return (
    <FieldFrame path={path} label={label} note={note}>
      {(described) => (
        <textarea
          rows={rows}
          className={`${controlClass} field-sizing-content py-2`}
          {...described}
          {...writeOver}
          {...register(name, optional ? { setValueAs: emptyIsNothing } : {})}
        />
      )}
    </FieldFrame>
  );
}

/** One of a few. */
export function SelectField({
  name,
  label,
  note,
  optional,
  options,
}: FieldProps & { options: readonly { value: string; text: string }[] }) {
  const { register } = useFormContext();
  return (
    <FieldFrame path={usePath(name)} label={label} note={note}>
      {(described) => (
        <select
          className={controlClass}
          {...described}
          {...register(name, optional ? { setValueAs: emptyIsNothing } : {})}
        >
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** Yes or no. */
export function TickField({ name, label, note }: FieldProps) {
  const { register } = useFormContext();
  return (
    <label className="flex min-h-10 cursor-pointer items-start gap-2.5 py-1.5">
      <input type="checkbox" className="mt-0.5 size-5 shrink-0 accent-mail-solid" {...register(name)} />
      <span>
        {label}
        {note && <span className="block text-sm text-soft">{note}</span>}
      </span>
    </label>
  );
}
