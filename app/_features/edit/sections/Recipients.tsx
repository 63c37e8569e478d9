'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { recipientSchema } from '@/core/contract/scenario';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { useDraft, useEditor } from '../editorContext';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { addRecipient } from '../model/add';
import { withReplies } from '../model/away';
import { PersonaPicker } from '../persona/PersonaPicker';
import { useStartTexts } from '../useStartTexts';
import { ItemBar } from './ItemBar';
import type { Row } from './ItemList';
import { ListFrame } from './ListFrame';
import { More } from './More';
import { Whereabouts } from './Whereabouts';

export function RecipientsSection() {
  const t = useTranslations('editor.recipients');
  const texts = useStartTexts();
  const open = useEditor((s) => s.open.recipients);
  const at = useDraft((d) => d.recipients.findIndex((r) => r.id === open));
  return (
    <ListFrame
      section="recipients"
      max={60}
      next="role"
      add={(draft, name) => addRecipient(draft, name, texts)}
      useRows={useRows}
    >
      {open !== null && at >= 0 && (
        <div key={open}>
          <ItemBar section="recipients" id={open} />
          <ItemForm
            at={['recipients', at]}
            name={open}
            schema={recipientSchema}
            along={(before, made) => withReplies(before, made, texts)}
          >
            <div className="grid gap-4">
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField name="name" label={t('name')} />
                <TextField name="role" label={t('role')} />
              </div>
              <TextField name="about" label={t('about')} note={t('aboutNote')} />
              <PersonaPicker at={at} id={open} />
              <Whereabouts at={at} id={open} />
              <Voice at={at} />
            </div>
          </ItemForm>
        </div>
      )}
    </ListFrame>
  );
}

function useRows(): Row[] {
  const t = useTranslations('editor.recipients');
  const recipients = useDeferredValue(useDraft((d) => d.recipients));
  const personas = useDraft((d) => d.personas);
  return useMemo(() => {
    const title = (persona: string) => (personas[persona] ?? defaultPersonas[persona])?.title ?? persona;
    return recipients.map(({ id, name, role, persona }) => ({
      id,
      name,
      note: t('row', { role, persona: title(persona) }),
    }));
  }, [recipients, personas, t]);
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
