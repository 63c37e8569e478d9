'use client';

import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Draft } from '@/core/contract/draft';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { show } from '../editorStore';
import { focusSoon, headingId, problemsId } from '../focus';
import type { Fault } from '../model/faults';
import { fieldId, placeOf } from '../model/places';
import { useFaultText } from '../useFaultText';
import { usePlaceText } from './usePlaceText';

/** All that is wrong, in one list; each leads to its field. */
export function Problems() {
  const t = useTranslations('editor.problems');
  const faults = useEditor((s) => s.faults);
  const errors = useMemo(() => faults.filter((f) => f.severity === 'error'), [faults]);
  const warnings = useMemo(() => faults.filter((f) => f.severity === 'warning'), [faults]);
  return (
    <section aria-labelledby={problemsId} className="text-sm">
      <h2 id={problemsId} tabIndex={-1} className="mb-2 text-base font-semibold">
        {t('title')}
      </h2>
      {faults.length === 0 && <p className="text-soft">{t('none')}</p>}
      <List title={t('errors', { count: errors.length })} tone="text-bad" faults={errors} />
      <List title={t('warnings', { count: warnings.length })} tone="text-call" faults={warnings} />
    </section>
  );
}

interface ListProps {
  title: string;
  tone: string;
  faults: readonly Fault[];
}

/** Names may change while one types: the list follows when there is time. */
function List(props: ListProps) {
  const draft = useDeferredValue(useDraft((d) => d));
  return <Lines {...props} draft={draft} />;
}

const Lines = memo(function Lines({ title, tone, faults, draft }: ListProps & { draft: Draft }) {
  const { store } = useEditing();
  const words = useFaultText();
  const placeText = usePlaceText();
  if (faults.length === 0) return null;
  const lead = (fault: Fault) => {
    const { section, item } = placeOf(draft, fault.path);
    show(store, section, item);
    // The field itself, or what it is part of, or at least the section.
    const within = fault.path.map((_, i) => fieldId(fault.path.slice(0, fault.path.length - i)));
    focusSoon(...within, headingId);
  };
  return (
    <>
      <h3 className={`mt-2 mb-1 font-medium ${tone}`}>{title}</h3>
      <ul className="-mx-2 grid">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.path.join('.')} ${fault.message}`}>
            <button
              type="button"
              onClick={() => lead(fault)}
              className="w-full rounded-lg px-2 py-1.5 text-left hover:bg-well"
            >
              <span className="block font-medium">{placeText(draft, fault.path)}</span>
              <span className="block text-soft">{words(draft, fault)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
});
