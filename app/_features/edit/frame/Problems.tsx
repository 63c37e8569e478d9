'use client';

import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Draft } from '@/core/contract/draft';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { draftOf, show } from '../editorStore';
import { focusSoon, headingId, problemsId } from '../focus';
import { toneOf } from '../form/FieldFrame';
import { type Fault, samplesAmong } from '../model/faults';
import { fieldId, placeOf } from '../model/places';
import { useSettled } from '../sections/useSettled';
import { useFaultText } from '../useFaultText';
import { usePlaceText } from './usePlaceText';

/** All that is wrong or worth a thought, in one list; each leads to its field. */
export function Problems() {
  const t = useTranslations('editor.problems');
  const faults = useEditor((s) => s.faults);
  const looked = useEditor((s) => s.looked);
  const { errors, warnings, advice } = useMemo(() => bySeverity(faults), [faults]);
  const samples = samplesAmong(faults).length;
  return (
    <section aria-labelledby={problemsId} className="text-sm">
      <h2 id={problemsId} tabIndex={-1} className="mb-2 text-base font-semibold">
        {t('title')}
      </h2>
      {errors.length + warnings.length === 0 && (
        <p className="text-soft">
          {looked ? (samples > 0 ? t('samples', { count: samples }) : t('none')) : t('looking')}
        </p>
      )}
      <List title={t('errors', { count: errors.length })} tone={toneOf.error} faults={errors} />
      <List title={t('warnings', { count: warnings.length })} tone={toneOf.warning} faults={warnings} />
      <List title={t('advice', { count: advice.length })} tone="" faults={advice} />
    </section>
  );
}

function bySeverity(faults: readonly Fault[]) {
  const of = (severity: Fault['severity']) => faults.filter((f) => f.severity === severity);
  return { errors: of('error'), warnings: of('warning'), advice: of('advice') };
}

/** That pressing it leads somewhere. */
const Leads = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 text-mail">
    <path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.75" />
  </svg>
);

interface ListProps {
  title: string;
  tone: string;
  faults: readonly Fault[];
}

const List = (props: ListProps) => props.faults.length > 0 && <Named {...props} />;

/** Names may change while one types: the list follows once that pauses. */
function Named(props: ListProps) {
  const draft = useDeferredValue(useSettled(useDraft((d) => d)));
  return <Lines {...props} draft={draft} />;
}

const Lines = memo(function Lines({ title, tone, faults, draft }: ListProps & { draft: Draft }) {
  const { store } = useEditing();
  const words = useFaultText();
  const placeText = usePlaceText();
  const lead = (fault: Fault) => {
    const { section, item } = placeOf(draftOf(store.getState()), fault.path);
    show(store, section, item);
    // The field itself, or what it is part of, or at least the section.
    const within = fault.path.map((_, i) => fieldId(fault.path.slice(0, fault.path.length - i)));
    focusSoon(...within, headingId);
  };
  return (
    <>
      <h3 className={`mt-3 mb-1.5 font-medium ${tone}`}>{title}</h3>
      <ul className="grid gap-1.5">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.path.join('.')} ${fault.message}`}>
            <button
              type="button"
              onClick={() => lead(fault)}
              className="group grid w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 rounded-lg border border-edge/60 bg-raised px-2.5 py-1.5 text-left hover:border-mail hover:bg-well"
            >
              <span className="min-w-0 break-words">
                <span className="block font-medium text-mail group-hover:underline">
                  {placeText(draft, fault.path)}
                </span>
                <span className="block text-soft">{words(fault)}</span>
              </span>
              <Leads />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
});
