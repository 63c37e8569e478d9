'use client';

import { useTranslations } from 'next-intl';
import { detailSchema } from '@/core/contract/scenario';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { withFact } from '../model/needs';
import { withoutItem } from '../model/remove';
import { useStartTexts } from '../useStartTexts';
import { More } from './More';

/** The fact that one has once this is answered, which other requests can need. */
export function Gives({ id }: { id: string }) {
  const t = useTranslations('editor.gives');
  const { store } = useEditing();
  const texts = useStartTexts();
  const gives = useDraft((d) => d.requests.find((r) => r.id === id)?.gives);
  const at = useDraft((d) => d.details.findIndex((x) => x.id === gives));
  const text = useDraft((d) => d.details[at]?.text);
  const label = useDraft((d) => d.details[at]?.label) ?? '';
  const needed = useDraft((d) => gives !== undefined && d.requests.some((r) => r.details.includes(gives)));
  const tick = (on: boolean) =>
    edit(store, (d) =>
      on ? withFact(d, id, texts) : gives === undefined ? d : withoutItem(d, 'details', gives),
    );
  return (
    <More
      name="gives"
      title={t('fold')}
      says={text === undefined ? undefined : t('says', { text })}
      paths={at < 0 ? [] : [['details', at]]}
    >
      <label className="flex min-h-10 items-start gap-2.5 py-1.5">
        <input
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-mail-solid"
          checked={gives !== undefined}
          disabled={needed}
          onChange={(event) => tick(event.target.checked)}
        />
        <span>
          {t('title')}
          <span className="block text-sm text-soft">{t(needed ? 'needed' : 'note')}</span>
        </span>
      </label>
      {at >= 0 && gives !== undefined && (
        <div className="mt-1 ml-8 grid gap-4 sm:grid-cols-2" key={gives}>
          <ItemForm at={['details', at]} name={gives} schema={detailSchema}>
            <TextField name="label" label={t('label')} note={t('labelNote', { label })} />
            <TextField name="text" label={t('text')} note={t('textNote')} />
          </ItemForm>
        </div>
      )}
    </More>
  );
}
