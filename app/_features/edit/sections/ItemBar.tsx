'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../../_ui/buttonClass';
import { Dialog } from '../../../_ui/Dialog';
import { useDraft, useEditing } from '../editorContext';
import { draftOf, edit, show } from '../editorStore';
import { addId, focusSoon } from '../focus';
import { partAt } from '../model/change';
import { moved } from '../model/move';
import type { ListSection } from '../model/places';
import { dependantsOf, withoutItem } from '../model/remove';
import { nameField, rowId } from './ItemList';

/** What can be done with the open item as a whole: its place in the list, and removing it. */
export function ItemBar({ section, id }: { section: ListSection; id: string }) {
  const t = useTranslations('editor.item');
  const { store } = useEditing();
  const [asked, setAsked] = useState(false);
  const at = useDraft((d) => d[section].findIndex((x) => x.id === id));
  const last = useDraft((d) => d[section].length - 1);
  const name = useDraft((d) => String(partAt(d, [section, at, nameField[section]]) ?? ''));
  const remove = () => {
    const rest = withoutItem(draftOf(store.getState()), section, id);
    const next = rest[section][Math.min(at, rest[section].length - 1)]?.id ?? null;
    edit(store, () => rest);
    show(store, section, next);
    focusSoon(next === null ? addId : rowId(next), addId);
  };
  const step = (by: number) => edit(store, (d) => moved(d, section, id, by));
  return (
    <div className="mb-4 flex flex-wrap items-center gap-1">
      <h3 className="min-w-0 grow basis-40 truncate text-lg font-semibold">{name || t('nameless')}</h3>
      <button
        type="button"
        className={buttonClass('quiet', 'sm')}
        aria-disabled={at === 0}
        onClick={() => step(-1)}
      >
        {t('up')}
      </button>
      <button
        type="button"
        className={buttonClass('quiet', 'sm')}
        aria-disabled={at === last}
        onClick={() => step(1)}
      >
        {t('down')}
      </button>
      <button type="button" className={buttonClass('danger', 'sm')} onClick={() => setAsked(true)}>
        {t('remove')}
      </button>
      {asked && (
        <RemoveDialog
          {...{ section, id, name }}
          onClose={() => setAsked(false)}
          onRemove={() => {
            setAsked(false);
            remove();
          }}
        />
      )}
    </div>
  );
}

function RemoveDialog({
  section,
  id,
  name,
  onClose,
  onRemove,
}: {
  section: ListSection;
  id: string;
  name: string;
  onClose: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations('editor.item');
  const { requests, mail, loosened } = useDependants(section, id);
  const none = requests.length + mail.length + loosened.length === 0;
  return (
    <Dialog title={t('removeTitle', { name: name || t('nameless') })} close={t('keep')} onClose={onClose}>
      {none && <p>{t('nothingElse')}</p>}
      <Names title={t('requestsToo')} names={requests} />
      <Names title={t('mailToo')} names={mail} />
      <Names title={t('loosened')} names={loosened} />
      <p className="mt-3 text-sm text-soft">{t('undoable')}</p>
      <div className="mt-4 flex gap-3">
        <button type="button" className={buttonClass('danger')} onClick={onRemove}>
          {t('remove')}
        </button>
        <button type="button" className={buttonClass('plain')} onClick={onClose}>
          {t('keep')}
        </button>
      </div>
    </Dialog>
  );
}

function useDependants(section: ListSection, id: string) {
  const draft = useDraft((d) => d);
  return dependantsOf(draft, section, id);
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p className="mt-2 font-medium">{title}</p>
      <ul className="list-disc pl-6">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
