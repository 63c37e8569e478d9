import type { ReactNode } from 'react';
import { useFaults } from '../editorContext';
import type { Fault, Path } from '../model/faults';
import { fieldId } from '../model/places';
import { useFaultText } from '../useFaultText';

/** What a control needs to be known by its label, note and faults. */
export interface Described {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A labelled control with its note, and what is wrong with it right below. */
export function FieldFrame({
  path,
  label,
  note,
  count,
  whole = false,
  children,
}: {
  path: Path;
  label: string;
  note?: string | undefined;
  /** How much stands in it, of how much is wanted. */
  count?: string | undefined;
  /** The control shows all that lies within its path. */
  whole?: boolean;
  children: (described: Described) => ReactNode;
}) {
  const id = fieldId(path);
  const faults = useFaults(path, whole);
  const wrong = faults.some((f) => f.severity !== 'advice');
  const about = [count && `${id}-count`, note && `${id}-note`, faults.length > 0 && `${id}-faults`]
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {count && (
          <span id={`${id}-count`} className="tabular text-soft">
            {count}
          </span>
        )}
      </div>
      {children({ id, 'aria-invalid': wrong, 'aria-describedby': about || undefined })}
      {note && (
        <p id={`${id}-note`} className="mt-1 text-sm text-soft">
          {note}
        </p>
      )}
      {faults.length > 0 && <Words path={path} faults={faults} />}
    </div>
  );
}

/** How a fault is told, by how much it weighs. */
export const toneOf = { error: 'text-bad', warning: 'text-call', advice: 'text-soft' } as const;

/** What is wrong at a place, in words. */
export function FaultLines({ path, whole = true }: { path: Path; whole?: boolean }) {
  const faults = useFaults(path, whole);
  return faults.length === 0 ? null : <Words path={path} faults={faults} />;
}

/** Apart, so that a field that nothing is wrong with needs no texts. */
function Words({ path, faults }: { path: Path; faults: readonly Fault[] }) {
  const words = useFaultText();
  return (
    <ul id={`${fieldId(path)}-faults`} className="mt-1 grid gap-0.5 text-sm">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.path.join('.')} ${fault.message}`} className={toneOf[fault.severity]}>
          {words(fault)}
        </li>
      ))}
    </ul>
  );
}

export const controlClass =
  'min-h-10 w-full rounded-lg border border-edge bg-raised px-3 text-base text-ink aria-invalid:border-bad';
