'use client';

import { useTranslations } from 'next-intl';
import { scenarioSchema } from '@/core/contract/scenario';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { AreaField, SelectField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines, someOf } from '../form/Lines';
import { setAt } from '../model/change';
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
        </ItemForm>
      </div>
    </>
  );
}
