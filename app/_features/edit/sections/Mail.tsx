'use client';

import { useTranslations } from 'next-intl';
import { type AuthoredMail, authoredMailSchema } from '@/core/contract/scenario';
import { clockText } from '../../../_lib/clock';
import { useDraft, useEditor } from '../editorContext';
import { AreaField, SelectField, TextField, TickField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { addMail } from '../model/add';
import { useStartTexts } from '../useStartTexts';
import { Arrival } from './Arrival';
import { ItemBar } from './ItemBar';
import type { Row } from './ItemList';
import { ListFrame } from './ListFrame';
import { Timeline } from './Timeline';
import { useTriggerText } from './useTriggerText';

export function MailSection() {
  const texts = useStartTexts();
  const mail = useDraft((d) => d.mail);
  const open = useEditor((s) => s.open.mail);
  const at = mail.findIndex((m) => m.id === open);
  const item = mail[at];
  return (
    <ListFrame
      section="mail"
      max={160}
      next="from"
      add={(draft, subject) => addMail(draft, subject, texts)}
      useRows={useRows}
      above={mail.length > 0 && <Timeline />}
    >
      {item && (
        <div key={item.id}>
          <ItemBar section="mail" id={item.id} />
          <MailForm at={at} item={item} />
        </div>
      )}
    </ListFrame>
  );
}

function useRows(): Row[] {
  const t = useTranslations('editor.mail');
  const mail = useDraft((d) => d.mail);
  const start = useDraft((d) => d.start);
  const trigger = useTriggerText();
  return mail.map((m) => ({
    id: m.id,
    name: m.subject,
    note: m.on ? trigger(m) : t('atTime', { time: clockText(start, (m.at ?? 0) * 60_000) }),
  }));
}

function MailForm({ at, item }: { at: number; item: AuthoredMail }) {
  const t = useTranslations('editor.mail');
  const recipients = useDraft((d) => d.recipients);
  const details = useDraft((d) => d.details);
  const nobody = recipients.some((r) => r.id === item.from) ? [] : [{ value: '', text: t('choose') }];
  return (
    <ItemForm at={['mail', at]} name={item.id} schema={authoredMailSchema}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="subject" label={t('subject')} />
          <SelectField
            name="from"
            label={t('from')}
            options={[...nobody, ...recipients.map((r) => ({ value: r.id, text: r.name }))]}
          />
        </div>
        <AreaField name="text" label={t('text')} note={t('textNote')} rows={4} />
        <Arrival at={at} item={item} />
        <SelectField
          name="gives"
          label={t('gives')}
          note={t('givesNote')}
          optional
          options={[
            { value: '', text: t('givesNothing') },
            ...details.map((d) => ({ value: d.id, text: d.label })),
          ]}
        />
        <TickField name="asCall" label={t('asCall')} note={t('asCallNote')} />
      </div>
    </ItemForm>
  );
}
