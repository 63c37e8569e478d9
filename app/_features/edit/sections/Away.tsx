'use client';

import { useTranslations } from 'next-intl';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { controlClass, FieldFrame } from '../form/FieldFrame';
import { TextField } from '../form/fields';
import { withAway, withDeputy } from '../model/away';
import { useStartTexts } from '../useStartTexts';

/** Whether somebody is out of office (P5), who stands in then, and what the automatic reply says. */
export function Away({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.recipients');
  const { store } = useEditing();
  const texts = useStartTexts();
  const away = useDraft((d) => d.recipients[at]?.outOfOffice !== undefined);
  return (
    <>
      <label className="flex min-h-10 items-start gap-2.5 py-1.5">
        <input
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-mail-solid"
          checked={away}
          onChange={(event) => edit(store, (d) => withAway(d, id, event.target.checked, texts))}
        />
        <span>
          {t('away')}
          <span className="block text-sm text-soft">{t('awayNote')}</span>
        </span>
      </label>
      {away && (
        <div className="grid gap-4 pb-2">
          <Deputy at={at} id={id} />
          <TextField name="outOfOffice.text" label={t('awayReply')} />
        </div>
      )}
    </>
  );
}

function Deputy({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.recipients');
  const { store } = useEditing();
  const texts = useStartTexts();
  const others = useDraft((d) => d.recipients);
  const deputy = useDraft((d) => d.recipients[at]?.outOfOffice?.deputy ?? '');
  return (
    <FieldFrame path={['recipients', at, 'outOfOffice', 'deputy']} label={t('deputy')}>
      {(described) => (
        <select
          className={controlClass}
          {...described}
          value={deputy}
          onChange={(event) => edit(store, (d) => withDeputy(d, id, event.target.value, texts))}
        >
          <option value="">{t('nobodyYet')}</option>
          {others
            .filter((r) => r.id !== id)
            .map((r) => (
              <option key={r.id} value={r.id}>
                {r.name}
              </option>
            ))}
        </select>
      )}
    </FieldFrame>
  );
}
