'use client';

import { useTranslations } from 'next-intl';
import { scenarioSchema } from '@/core/contract/scenario';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { focusSoon } from '../focus';
import { AreaField, SelectField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines, someOf } from '../form/Lines';
import { setAt } from '../model/change';
import { fieldId } from '../model/places';
import { shapeOf } from '../model/shape';
import { SectionHead } from './SectionHead';

const shapes = ['free', 'fan-out', 'mixed', 'chain', 'quick', 'taste'] as const;

const none: readonly string[] = [];

/** What it is for in class: for whoever leads, never shown to participants. */
export function TeachingSection() {
  const t = useTranslations('editor.teaching');
  const { store } = useEditing();
  const questions = useDraft((d) => d.teaching.questions) ?? none;
  return (
    <>
      <SectionHead title={t('heading')} lead={t('lead')} />
      <div className="mt-4 grid gap-4">
        <ItemForm at={['teaching']} name="teaching" schema={scenarioSchema.shape.teaching}>
          <AreaField name="note" label={t('note')} note={t('noteNote')} rows={5} />
          <Lines
            path={['teaching', 'questions']}
            label={t('questions')}
            note={t('questionsNote')}
            lines={questions}
            onChange={(lines) =>
              edit(store, (d) => setAt(d, ['teaching', 'questions'], someOf(lines)), 'questions')
            }
          />
          <SelectField
            name="shape"
            label={t('shape')}
            note={t('shapeNote')}
            options={shapes.map((value) => ({ value, text: t(`shapes.${value}`) }))}
          />
          <Proposed />
        </ItemForm>
      </div>
    </>
  );
}

/** What the needs of the requests come to, where the choice says nothing or something else. A short one and a first taste can be any. */
function Proposed() {
  const t = useTranslations('editor.teaching');
  const { store } = useEditing();
  const chosen = useDraft((d) => d.teaching.shape);
  const proposed = useDraft(shapeOf);
  const free = chosen === 'quick' || chosen === 'taste';
  if (proposed === null || proposed === chosen || free) return null;
  const take = () => {
    edit(store, (d) => setAt(d, ['teaching', 'shape'], proposed));
    focusSoon(fieldId(['teaching', 'shape']));
  };
  return (
    <p className="-mt-2 flex flex-wrap items-center gap-x-3 text-sm">
      {t('proposed', { shape: t(`shapes.${proposed}`) })}
      <button type="button" className={buttonClass('plain', 'sm')} onClick={take}>
        {t('take')}
      </button>
    </p>
  );
}
