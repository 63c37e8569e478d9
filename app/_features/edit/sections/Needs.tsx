'use client';

import { useTranslations } from 'next-intl';
import type { Request } from '@/core/contract/scenario';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { FaultLines } from '../form/FieldFrame';
import {
  closesCircle,
  detailOf,
  isNeeded,
  looseDetails,
  type Source,
  setHidden,
  setNeed,
} from '../model/needs';
import { fieldId } from '../model/places';

/** What has to be known before this can be answered: answers to other requests, and facts. All that the graph can do, by keyboard. */
export function Needs({ at, request }: { at: number; request: Request }) {
  const t = useTranslations('editor.needs');
  const draft = useDraft((d) => d);
  const others = draft.requests.filter((r) => r.id !== request.id);
  const facts = looseDetails(draft);
  if (others.length + facts.length === 0) return null;
  return (
    <fieldset
      id={fieldId(['requests', at, 'details'])}
      tabIndex={-1}
      className="rounded-xl border border-line p-4"
    >
      <legend className="px-1 font-semibold">{t('title')}</legend>
      <p className="text-sm text-soft">{t('note')}</p>
      <ul className="mt-2 grid max-h-64 overflow-y-auto">
        {others.map((r) => (
          <Need
            key={r.id}
            request={request}
            source={{ request: r.id }}
            label={t('answerTo', { title: r.title })}
            circle={closesCircle(draft, r.id, request.id)}
          />
        ))}
        {facts.map((d) => (
          <Need
            key={d.id}
            request={request}
            source={{ detail: d.id }}
            label={t(d.known ? 'knownFact' : 'fact', { label: d.label })}
            circle={false}
          />
        ))}
      </ul>
      <FaultLines path={['requests', at, 'details']} />
      <FaultLines path={['requests', at, 'hidden']} />
      <FaultLines path={['requests', at]} whole={false} />
    </fieldset>
  );
}

function Need({
  request,
  source,
  label,
  circle,
}: {
  request: Request;
  source: Source;
  label: string;
  circle: boolean;
}) {
  const t = useTranslations('editor.needs');
  const { store } = useEditing();
  const needed = useDraft((d) => isNeeded(d, request, source));
  const detail = useDraft((d) => detailOf(d, source));
  return (
    <li className="flex flex-wrap items-center gap-x-6">
      <label className="flex min-h-9 min-w-0 grow items-center gap-2.5">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-mail-solid"
          checked={needed}
          disabled={circle && !needed}
          onChange={(event) => edit(store, (d) => setNeed(d, request.id, source, event.target.checked))}
        />
        <span>
          {label}
          {circle && !needed && <span className="block text-xs text-soft">{t('circle')}</span>}
        </span>
      </label>
      {needed && detail !== undefined && (
        <label className="flex min-h-9 items-center gap-2 text-sm text-soft">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-mail-solid"
            checked={request.hidden.includes(detail)}
            onChange={(event) => edit(store, (d) => setHidden(d, request.id, detail, event.target.checked))}
          />
          {t('hidden')}
        </label>
      )}
    </li>
  );
}
