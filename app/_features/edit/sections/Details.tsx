'use client';

import { useTranslations } from 'next-intl';
import { detailSchema } from '@/core/contract/scenario';
import { useDraft, useEditor } from '../editorContext';
import { TextField, TickField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { addDetail } from '../model/add';
import { ItemBar } from './ItemBar';
import type { Row } from './ItemList';
import { ListFrame } from './ListFrame';

export function DetailsSection() {
  const t = useTranslations('editor.details');
  const draft = useDraft((d) => d);
  const open = useEditor((s) => s.open.details);
  const at = draft.details.findIndex((d) => d.id === open);
  const detail = draft.details[at];
  const users = draft.requests.filter((r) => detail && r.details.includes(detail.id));
  return (
    <ListFrame section="details" max={60} next="text" add={addDetail} useRows={useRows}>
      {detail && (
        <div key={detail.id}>
          <ItemBar section="details" id={detail.id} />
          <ItemForm at={['details', at]} name={detail.id} schema={detailSchema}>
            <div className="grid gap-4">
              <TextField name="label" label={t('label')} note={t('labelNote', { label: detail.label })} />
              <TextField name="text" label={t('text')} note={t('textNote')} />
              <TickField name="known" label={t('known')} note={t('knownNote')} />
            </div>
          </ItemForm>
          <p className="mt-3 text-sm text-soft">
            {users.length === 0 ? t('unused') : t('usedBy', { titles: users.map((r) => r.title).join(', ') })}
          </p>
        </div>
      )}
    </ListFrame>
  );
}

function useRows(): Row[] {
  const t = useTranslations('editor.details');
  const draft = useDraft((d) => d);
  const source = (id: string, known: boolean): string => {
    const request = draft.requests.find((r) => r.gives === id);
    if (known) return t('fromStart');
    if (request) return t('byRequest', { title: request.title });
    const mail = draft.mail.find((m) => m.gives === id);
    return mail ? t('byMail', { subject: mail.subject }) : t('byNobody');
  };
  return draft.details.map((d) => ({ id: d.id, name: d.label, note: source(d.id, d.known) }));
}
