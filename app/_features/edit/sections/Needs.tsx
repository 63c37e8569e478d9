'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useShallow } from 'zustand/shallow';
import { detailSchema } from '@/core/contract/scenario';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { FaultLines } from '../form/FieldFrame';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { looseDetails, type Source, setHidden, setNeed, waitingFor } from '../model/needs';
import { fieldId } from '../model/places';
import { useStartTexts } from '../useStartTexts';

/** What has to be known before this can be answered: answers to other requests, and facts. All that the graph can do, by keyboard. */
export function Needs({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.needs');
  const count = useDraft((d) => d.requests.length - 1 + looseDetails(d).length);
  return (
    <fieldset
      id={fieldId(['requests', at, 'details'])}
      tabIndex={-1}
      className="rounded-xl border border-line p-4"
    >
      <legend className="px-1 font-semibold">{t('title')}</legend>
      <p className="text-sm text-soft">{t(count === 0 ? 'nothingYet' : 'note')}</p>
      {count > 0 && <Sources id={id} />}
      <FaultLines path={['requests', at, 'details']} />
      <FaultLines path={['requests', at, 'hidden']} />
      <FaultLines path={['requests', at]} whole={false} />
    </fieldset>
  );
}

const none: readonly string[] = [];

/** Drawn anew only when something in it changes: there may be a hundred, and an answer is written right beside them. */
const Sources = memo(function Sources({ id }: { id: string }) {
  const t = useTranslations('editor.needs');
  // Its own title is typed right above, and not shown here.
  const titles = useDraft(useShallow((d) => d.requests.map((r) => (r.id === id ? '' : r.title))));
  const ids = useDraft(useShallow((d) => d.requests.map((r) => r.id)));
  const gives = useDraft(useShallow((d) => d.requests.map((r) => r.gives)));
  const facts = useDraft(useShallow(looseDetails));
  const waiting = useDraft(useShallow((d) => [...waitingFor(d, id)]));
  const details = useDraft((d) => d.requests.find((r) => r.id === id)?.details) ?? none;
  const hidden = useDraft((d) => d.requests.find((r) => r.id === id)?.hidden) ?? none;
  const how = (detail: string | undefined) => ({
    detail,
    needed: detail !== undefined && details.includes(detail),
    hidden: detail !== undefined && hidden.includes(detail),
  });
  return (
    <ul className="mt-2 grid max-h-96 overflow-y-auto">
      {ids.map(
        (other, i) =>
          other !== id && (
            <Need
              key={other}
              id={id}
              request={other}
              {...how(gives[i])}
              label={t('answerTo', { title: titles[i] ?? other })}
              circle={waiting.includes(other)}
            />
          ),
      )}
      {facts.map((d) => (
        <Need
          key={d.id}
          id={id}
          request={null}
          {...how(d.id)}
          label={t(d.known ? 'knownFact' : 'fact', { label: d.label })}
          circle={false}
        />
      ))}
    </ul>
  );
});

/** What may be needed by the request `id`: the answer to another one, or where that is null a fact. */
interface NeedProps {
  id: string;
  request: string | null;
  /** The fact in the document; none yet for an answer that nothing needs. */
  detail: string | undefined;
  needed: boolean;
  hidden: boolean;
  label: string;
  circle: boolean;
}

const Need = memo(function Need({ id, request, detail, needed, hidden, label, circle }: NeedProps) {
  const t = useTranslations('editor.needs');
  const { store } = useEditing();
  const texts = useStartTexts();
  const source: Source = request === null ? { detail: detail ?? '' } : { request };
  return (
    <li className="flex flex-wrap items-center gap-x-6">
      <label className="flex min-h-9 min-w-0 grow items-center gap-2.5">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-mail-solid"
          checked={needed}
          disabled={circle && !needed}
          onChange={(event) => edit(store, (d) => setNeed(d, id, source, event.target.checked, texts))}
        />
        <span>
          {label}
          {circle && !needed && <span className="block text-xs text-soft">{t('circle')}</span>}
        </span>
      </label>
      {needed && request !== null && detail !== undefined && <Called detail={detail} of={label} />}
      {needed && detail !== undefined && (
        <label className="flex min-h-9 basis-full items-center gap-2 pl-7.5 text-sm text-soft">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-mail-solid"
            checked={hidden}
            onChange={(event) => edit(store, (d) => setHidden(d, id, detail, event.target.checked))}
          />
          {t('hidden')}
        </label>
      )}
    </li>
  );
});

/** What an answer is called once it is learned, written where it is needed: its own request may be far from here. */
function Called({ detail, of }: { detail: string; of: string }) {
  const t = useTranslations('editor.needs');
  const at = useDraft((d) => d.details.findIndex((x) => x.id === detail));
  const called = useDraft((d) => d.details[at]?.label) ?? '';
  return (
    at >= 0 && (
      <fieldset aria-label={of} className="basis-full pr-1 pb-1 pl-7.5">
        <ItemForm at={['details', at]} name={detail} schema={detailSchema} only={['label']}>
          <TextField name="label" label={t('called')} note={t('calledNote', { called })} />
        </ItemForm>
      </fieldset>
    )
  );
}
