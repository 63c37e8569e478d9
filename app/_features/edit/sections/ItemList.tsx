'use client';

import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo } from 'react';
import { useEditing, useEditor } from '../editorContext';
import { show } from '../editorStore';
import { focusSoon } from '../focus';
import { toneOf } from '../form/FieldFrame';
import { type Fault, isWithin, tallied } from '../model/faults';
import { fieldId, type ListSection } from '../model/places';

/** What a list shows of one of its items. */
export interface Row {
  id: string;
  name: string;
  note: string;
}

export const rowId = (id: string): string => `row-${id}`;
/** The field that a list's items go by. */
export const nameField = {
  recipients: 'name',
  requests: 'title',
  mail: 'subject',
  details: 'label',
} as const;

/**
 * The items of a section by name; the open one is marked, and so is whichever has a fault. A key that is typed does not wait for it.
 * `useRows` is the hook that gives them.
 */
export function ItemList({
  useRows,
  ...props
}: {
  section: ListSection;
  label: string;
  useRows: () => Row[];
}) {
  const shown = useDeferredValue(useRows());
  return <Items {...props} rows={shown} />;
}

const Items = memo(function Items({
  section,
  label,
  rows,
}: {
  section: ListSection;
  label: string;
  rows: Row[];
}) {
  const t = useTranslations('editor');
  const open = useEditor((s) => s.open[section]);
  const faults = useEditor((s) => s.faults);
  const byItem = useMemo(() => faultsByItem(faults, section), [faults, section]);
  if (rows.length === 0) return <p className="py-2 text-sm text-soft">{t(`${section}.none`)}</p>;
  return (
    <ul aria-label={label} className="-mx-2 grid max-h-72 overflow-y-auto lg:max-h-[calc(100dvh-19rem)]">
      {rows.map(({ id, name, note }, i) => {
        const own = byItem.get(String(i)) ?? [];
        return (
          <Item key={id} {...{ section, id, name, note }} at={i} {...tallied(own)} isOpen={id === open} />
        );
      })}
    </ul>
  );
});

function faultsByItem(faults: readonly Fault[], section: ListSection): Map<string, Fault[]> {
  const found = new Map<string, Fault[]>();
  for (const fault of faults) {
    if (!isWithin(fault, [section])) continue;
    const item = String(fault.path[1]);
    found.set(item, [...(found.get(item) ?? []), fault]);
  }
  return found;
}

interface ItemProps extends Row {
  section: ListSection;
  at: number;
  /** What weighs most among its faults, and how many of it. */
  count: number;
  weight: Fault['severity'];
  isOpen: boolean;
}

const Item = memo(function Item({ section, id, name, note, at, count, weight, isOpen }: ItemProps) {
  const t = useTranslations('editor');
  const { store } = useEditing();
  return (
    <li>
      <button
        type="button"
        id={rowId(id)}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => {
          show(store, section, id);
          focusSoon(fieldId([section, at, nameField[section]]));
        }}
        className="grid w-full grid-cols-[1fr_auto] items-center gap-2 rounded-lg px-2 py-1.5 text-left hover:bg-well aria-[current]:bg-mail-wash"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{name || t('nameless')}</span>
          <span className="block text-xs break-words text-soft">{note}</span>
        </span>
        {count > 0 && (
          <span className={`tabular text-xs font-medium ${toneOf[weight]}`}>
            {t(weight === 'advice' ? 'tips' : 'toCheck', { count })}
          </span>
        )}
      </button>
    </li>
  );
});
