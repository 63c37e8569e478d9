'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { Draft } from '@/core/contract/draft';
import { type Request, requestSchema } from '@/core/contract/scenario';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { edit } from '../editorStore';
import { AreaField, SelectField, TextField, TickField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines } from '../form/Lines';
import { addRequest } from '../model/add';
import { putRequest } from '../model/change';
import { withFactOf } from '../model/needs';
import { askedBy, titled } from '../model/offered';
import { isSample } from '../model/samples';
import { useStartTexts } from '../useStartTexts';
import { Gives } from './Gives';
import { ItemBar } from './ItemBar';
import { ListFrame } from './ListFrame';
import { More } from './More';
import { Needs } from './Needs';
import { Recognition } from './Recognition';

const NeedsGraph = dynamic(() => import('../graph/NeedsGraph'), { ssr: false });

export function RequestsSection() {
  const t = useTranslations('editor.requests');
  const texts = useStartTexts();
  const requests = useDraft((d) => d.requests);
  const recipients = useDraft((d) => d.recipients);
  const open = useEditor((s) => s.open.requests);
  const at = requests.findIndex((r) => r.id === open);
  const request = requests[at];
  const nameOf = (id: string) => recipients.find((r) => r.id === id)?.name ?? t('nobody');
  return (
    <ListFrame
      section="requests"
      max={80}
      next="recipient"
      add={(draft, title) => addRequest(draft, title, texts)}
      rows={requests.map((r) => ({ id: r.id, name: r.title, note: t('row', { name: nameOf(r.recipient) }) }))}
      below={requests.length > 1 && <NeedsGraph />}
    >
      {request && (
        <div key={request.id}>
          <ItemBar section="requests" id={request.id} name={request.title} />
          <RequestForm at={at} request={request} />
        </div>
      )}
    </ListFrame>
  );
}

function RequestForm({ at, request }: { at: number; request: Request }) {
  const t = useTranslations('editor.requests');
  const { store } = useEditing();
  const texts = useStartTexts();
  const recipients = useDraft((d) => d.recipients);
  const { id } = request;
  const put = (part: Partial<Request>, tag: string) =>
    edit(store, (d) => putRequest(d, id, (r) => ({ ...r, ...part })), `${id}/${tag}`);
  const language = useDraft((d) => d.language);
  const along = (before: Draft, made: Draft): Draft => {
    const [was, is] = [before.requests[at], made.requests[at]];
    if (!was || !is) return made;
    const told = withFactOf(made, was, is);
    if (was.title === is.title) return told;
    const { samples } = store.getState();
    const untouched = {
      phrasings: isSample(samples, ['requests', at, 'phrasings'], was.phrasings),
      ask: isSample(samples, ['requests', at, 'ask'], was.ask),
    };
    return putRequest(told, id, () => titled(was, is.title, made.language, texts, untouched));
  };
  const nobody = recipients.some((r) => r.id === request.recipient) ? [] : [{ value: '', text: t('choose') }];
  return (
    <ItemForm at={['requests', at]} name={id} schema={requestSchema} along={along}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="title" label={t('title')} note={t('titleNote')} />
          <SelectField
            name="recipient"
            label={t('recipient')}
            options={[...nobody, ...recipients.map((r) => ({ value: r.id, text: r.name }))]}
          />
        </div>
        <Lines
          path={['requests', at, 'phrasings']}
          label={t('phrasings')}
          note={t('phrasingsNote')}
          placeholder={t('phrasingsExample')}
          lines={request.phrasings}
          onChange={(phrasings) => put(askedBy(request, phrasings, language, texts), 'phrasings')}
        />
        <Recognition
          at={at}
          request={request}
          onAdd={(sentence) =>
            edit(store, (d) =>
              putRequest(d, id, (r) => askedBy(r, [...r.phrasings, sentence], d.language, texts)),
            )
          }
          onKeywords={(keywords) => put({ keywords }, 'keywords')}
        />
        <AreaField name="ask" label={t('ask')} note={t('askNote')} rows={2} />
        <AreaField name="answer" label={t('answer')} note={t('answerNote')} rows={2} />
        <Needs at={at} request={request} />
        <Gives request={request} />
        <More name="request" title={t('more')} paths={[['requests', at, 'clarify']]}>
          <TextField name="clarify" label={t('clarify')} note={t('clarifyNote')} optional />
          <TickField name="required" label={t('required')} note={t('requiredNote')} />
        </More>
      </div>
    </ItemForm>
  );
}
