'use client';

import { useTranslations } from 'next-intl';
import { useEditing, useEditor } from '../editorContext';
import { show } from '../editorStore';
import { focusSoon } from '../focus';
import { toneOf } from '../form/FieldFrame';
import { isWithin, worst } from '../model/faults';
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

/** The items of a section by name; the open one is marked, and so is whichever has a fault. */
export function ItemList({ section, label, rows }: { section: ListSection; label: string; rows: Row[] }) {
  const t = useTranslations('editor');
  const { store } = useEditing();
  const open = useEditor((s) => s.open[section]);
  const faults = useEditor((s) => s.faults);
  if (rows.length === 0) return <p className="py-2 text-sm text-soft">{t(`${section}.none`)}</p>;
  return (
    <ul aria-label={label} className="-mx-2 grid max-h-72 overflow-y-auto lg:max-h-[calc(100dvh-19rem)]">
      {rows.map(({ id, name, note }, i) => {
        const own = faults.filter((f) => isWithin(f, [section, i]));
        return (
          <li key={id}>
            <button
              type="button"
              id={rowId(id)}
              aria-current={id === open ? 'true' : undefined}
              onClick={() => {
                show(store, section, id);
                focusSoon(fieldId([section, i, nameField[section]]));
              }}
              className="grid w-full grid-cols-[1fr_auto] items-center gap-2 rounded-lg px-2 py-1.5 text-left hover:bg-well aria-[current]:bg-mail-wash"
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">{name || t('nameless')}</span>
                <span className="block text-xs break-words text-soft">{note}</span>
              </span>
              {own.length > 0 && (
                <span className={`tabular text-xs font-medium ${toneOf[worst(own)]}`}>
                  {t('toCheck', { count: own.length })}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
