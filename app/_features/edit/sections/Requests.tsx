'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useShallow } from 'zustand/shallow';
import type { Draft } from '@/core/contract/draft';
import { requestSchema } from '@/core/contract/scenario';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { edit } from '../editorStore';
import { AreaField, SelectField, TextField, TickField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines } from '../form/Lines';
import { addRequest } from '../model/add';
import { putRequest } from '../model/change';
import { withFactOf } from '../model/needs';
import { askedBy, titled, waysWanted } from '../model/offered';
import { isSample } from '../model/samples';
import { useStartTexts } from '../useStartTexts';
import { Gives } from './Gives';
import { ItemBar } from './ItemBar';
import type { Row } from './ItemList';
import { ListFrame } from './ListFrame';
import { More } from './More';
import { Needs } from './Needs';
import { Recognition } from './Recognition';

const NeedsGraph = dynamic(() => import('../graph/NeedsGraph'), { ssr: false });

export function RequestsSection() {
  const texts = useStartTexts();
  const open = useEditor((s) => s.open.requests);
  const at = useDraft((d) => d.requests.findIndex((r) => r.id === open));
  const several = useDraft((d) => d.requests.length > 1);
  return (
    <ListFrame
      section="requests"
      max={80}
      next="recipient"
      add={(draft, title) => addRequest(draft, title, texts)}
      useRows={useRows}
      below={several && <NeedsGraph />}
    >
      {open !== null && at >= 0 && (
        <div key={open}>
          <ItemBar section="requests" id={open} />
          <RequestForm at={at} id={open} />
        </div>
      )}
    </ListFrame>
  );
}

function useRows(): Row[] {
  const t = useTranslations('editor.requests');
  const ids = useDraft(useShallow((d) => d.requests.map((r) => r.id)));
  const titles = useDraft(useShallow((d) => d.requests.map((r) => r.title)));
  const names = useDraft(
    useShallow((d) => d.requests.map((r) => d.recipients.find((x) => x.id === r.recipient)?.name)),
  );
  const notes = useMemo(() => names.map((name) => t('row', { name: name ?? t('nobody') })), [names, t]);
  return useMemo(
    () => ids.map((id, i) => ({ id, name: titles[i] ?? '', note: notes[i] ?? '' })),
    [ids, titles, notes],
  );
}

/** Its parts look at the document for themselves, each at what it shows: a key draws only what it changes. */
function RequestForm({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.requests');
  const { store } = useEditing();
  const texts = useStartTexts();
  const english = useDraft((d) => d.language.startsWith('en'));
  const along = (before: Draft, made: Draft): Draft => {
    const [was, is] = [before.requests[at], made.requests[at]];
    if (!was || !is) return made;
    const told = withFactOf(made, was, is, texts);
    if (was.title === is.title) return told;
    const { samples } = store.getState();
    const untouched = {
      phrasings: isSample(samples, ['requests', at, 'phrasings'], was.phrasings),
      ask: isSample(samples, ['requests', at, 'ask'], was.ask),
    };
    return putRequest(told, id, () => titled(was, is.title, made.language, texts, untouched));
  };
  return (
    <ItemForm at={['requests', at]} name={id} schema={requestSchema} along={along}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="title" label={t('title')} note={t(english ? 'titleNote' : 'titleNoteElsewhere')} />
          <RecipientField id={id} />
        </div>
        <AreaField name="answer" label={t('answer')} note={t('answerNote')} rows={2} />
        <Phrasings at={at} id={id} />
        <Recognition at={at} id={id} />
        <AreaField name="ask" label={t('ask')} note={t('askNote')} rows={2} />
        <Needs at={at} id={id} />
        <Gives id={id} />
        <More name="request" title={t('more')} paths={[['requests', at, 'clarify']]}>
          <TextField name="clarify" label={t('clarify')} note={t('clarifyNote')} optional />
          <TickField name="required" label={t('required')} note={t('requiredNote')} />
        </More>
      </div>
    </ItemForm>
  );
}

function RecipientField({ id }: { id: string }) {
  const t = useTranslations('editor.requests');
  const recipients = useDraft((d) => d.recipients);
  const asked = useDraft((d) => d.requests.find((r) => r.id === id)?.recipient);
  const away = recipients.find((r) => r.id === asked && r.outOfOffice);
  const deputy = recipients.find((r) => r.id === away?.outOfOffice?.deputy);
  const nobody = recipients.some((r) => r.id === asked) ? [] : [{ value: '', text: t('choose') }];
  return (
    <SelectField
      name="recipient"
      label={t('recipient')}
      note={away && deputy && t('recipientAway', { name: away.name, deputy: deputy.name })}
      options={[...nobody, ...recipients.map((r) => ({ value: r.id, text: r.name }))]}
    />
  );
}

const none: readonly string[] = [];

function Phrasings({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.requests');
  const { store } = useEditing();
  const texts = useStartTexts();
  const phrasings = useDraft((d) => d.requests.find((r) => r.id === id)?.phrasings) ?? none;
  return (
    <Lines
      path={['requests', at, 'phrasings']}
      label={t('phrasings')}
      note={t('phrasingsNote')}
      count={t('phrasingsCount', {
        count: phrasings.length,
        wanted: waysWanted,
        missing: Math.max(0, waysWanted - phrasings.length),
      })}
      placeholder={t('phrasingsExample')}
      lines={phrasings}
      onChange={(lines) =>
        edit(store, (d) => putRequest(d, id, (r) => askedBy(r, lines, d.language, texts)), `${id}/phrasings`)
      }
    />
  );
}
