'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Draft } from '@/core/contract/draft';
import { useEditing } from '../editorContext';
import { draftOf, edit, show } from '../editorStore';
import { writeSoon } from '../focus';
import { FaultLines } from '../form/FieldFrame';
import type { Added } from '../model/add';
import { fieldId, type ListSection } from '../model/places';
import { AddLine } from './AddLine';
import { ItemList, type Row } from './ItemList';
import { SectionHead } from './SectionHead';

/** A section that is a list: what there is, a line to add more, the open item, and above or below what belongs to all. */
export function ListFrame({
  section,
  useRows,
  add,
  max,
  next,
  above,
  below,
  children,
}: {
  section: ListSection;
  /** The hook that gives its rows: here, so that the open form is not drawn with them. */
  useRows: () => Row[];
  add: (draft: Draft, name: string) => Added;
  max: number;
  /** The field that is written after the name. */
  next: string;
  above?: ReactNode;
  below?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('editor');
  const { store } = useEditing();
  const onAdd = (name: string) => {
    const { draft, id } = add(draftOf(store.getState()), name);
    edit(store, () => draft);
    show(store, section, id);
    writeSoon(fieldId([section, draft[section].findIndex((x) => x.id === id), next]));
  };
  return (
    <>
      <SectionHead title={t(`sections.${section}`)} lead={t(`${section}.lead`)} />
      <FaultLines path={[section]} whole={false} />
      {above}
      <div className="mt-4 grid gap-6 xl:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="grid content-start gap-3">
          <AddLine label={t(`${section}.addLabel`)} button={t('add')} max={max} onAdd={onAdd} />
          <ItemList section={section} label={t(`sections.${section}`)} useRows={useRows} />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
      {below && <div className="mt-8">{below}</div>}
    </>
  );
}
