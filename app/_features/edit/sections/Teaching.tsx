'use client';

import { useTranslations } from 'next-intl';
import { scenarioSchema } from '@/core/contract/scenario';
import { AreaField, SelectField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { SectionHead } from './SectionHead';

const shapes = ['free', 'fan-out', 'mixed', 'chain', 'quick', 'taste'] as const;

/** What it is for in class: for whoever leads, never shown to participants. */
export function TeachingSection() {
  const t = useTranslations('editor.teaching');
  return (
    <>
      <SectionHead title={t('heading')} lead={t('lead')} />
      <div className="mt-4 grid gap-4">
        <ItemForm at={['teaching']} name="teaching" schema={scenarioSchema.shape.teaching}>
          <AreaField name="note" label={t('note')} note={t('noteNote')} rows={5} />
          <SelectField
            name="shape"
            label={t('shape')}
            options={shapes.map((value) => ({ value, text: t(`shapes.${value}`) }))}
          />
        </ItemForm>
      </div>
    </>
  );
}
