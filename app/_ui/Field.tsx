import type { InputHTMLAttributes } from 'react';

export const fieldClass =
  'min-h-11 w-full rounded-lg border border-edge bg-raised px-3 text-base text-ink [&[readonly]]:bg-well';

/** A labelled line of text. */
export function Field({
  label,
  note,
  ...input
}: { label: string; note?: string } & InputHTMLAttributes<HTMLInputElement> & { name: string }) {
  const id = `field-${input.name}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input id={id} className={fieldClass} aria-describedby={note && `${id}-note`} {...input} />
      {note && (
        <p id={`${id}-note`} className="mt-1 text-sm text-soft">
          {note}
        </p>
      )}
    </div>
  );
}
