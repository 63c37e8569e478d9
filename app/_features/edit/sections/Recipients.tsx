'use client';

import { useTranslations } from 'next-intl';
import { recipientSchema } from '@/core/contract/scenario';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { useDraft, useEditor } from '../editorContext';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { addRecipient } from '../model/add';
import { PersonaPicker } from '../persona/PersonaPicker';
import { useStartTexts } from '../useStartTexts';
import { ItemBar } from './ItemBar';
import { ListFrame } from './ListFrame';
import { More } from './More';
import { Whereabouts } from './Whereabouts';

export function RecipientsSection() {
  const t = useTranslations('editor.recipients');
  const texts = useStartTexts();
  const recipients = useDraft((d) => d.recipients);
  const personas = useDraft((d) => d.personas);
  const open = useEditor((s) => s.open.recipients);
  const at = recipients.findIndex((r) => r.id === open);
  const recipient = recipients[at];
  return (
    <ListFrame
      section="recipients"
      max={60}
      next="role"
      add={(draft, name) => addRecipient(draft, name, texts)}
      rows={recipients.map(({ id, name, role, persona }) => ({
        id,
        name,
        note: t('row', { role, persona: (personas[persona] ?? defaultPersonas[persona])?.title ?? persona }),
      }))}
    >
      {recipient && (
        <div key={recipient.id}>
          <ItemBar section="recipients" id={recipient.id} name={recipient.name} />
          <ItemForm at={['recipients', at]} name={recipient.id} schema={recipientSchema}>
            <div className="grid gap-4">
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField name="name" label={t('name')} />
                <TextField name="role" label={t('role')} />
              </div>
              <TextField name="about" label={t('about')} note={t('aboutNote')} />
              <PersonaPicker at={at} id={recipient.id} />
              <Whereabouts at={at} id={recipient.id} />
              <Voice at={at} />
            </div>
          </ItemForm>
        </div>
      )}
    </ListFrame>
  );
}

const lines = ['clarify', 'unmatched', 'forward'] as const;
const phoneLines = ['greeting', 'look', 'redirect', 'voicemail'] as const;

/** What they say where no answer is written for it. */
function Voice({ at }: { at: number }) {
  const t = useTranslations('editor.recipients');
  return (
    <More name="voice" title={t('voice')} paths={[['recipients', at, 'voice']]}>
      {lines.map((line) => (
        <TextField key={line} name={`voice.${line}`} label={t(`lines.${line}`)} />
      ))}
      <p className="text-sm text-soft">{t('phoneLines')}</p>
      {phoneLines.map((line) => (
        <TextField key={line} name={`voice.${line}`} label={t(`lines.${line}`)} optional />
      ))}
    </More>
  );
}
