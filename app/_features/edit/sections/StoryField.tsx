'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { buttonClass } from '../../../_ui/buttonClass';
import { AreaField } from '../form/fields';
import { fieldId } from '../model/places';
import { type Mark, marked } from './markdown';

const Preview = dynamic(() => import('./Preview'));
const path = fieldId(['brief', 'story']);
const marks: readonly Mark[] = ['bold', 'italic', 'list'];

/** The story in Markdown: what is typed is what is kept. Buttons write the signs, and a preview shows what a participant sees. */
export function StoryField() {
  const t = useTranslations('editor.brief');
  const form = useFormContext();
  const [shown, setShown] = useState(false);
  const press = (mark: Mark) => {
    const area = document.getElementById(path);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const { text, from, to } = marked(mark, area.value, area.selectionStart, area.selectionEnd);
    form.setValue('story', text);
    area.focus();
    area.setSelectionRange(from, to);
  };
  return (
    <div>
      <AreaField name="story" label={t('story')} note={t('storyNote')} rows={5} />
      <div
        role="toolbar"
        aria-label={t('toolbar')}
        aria-controls={path}
        className="mt-1 flex flex-wrap gap-1"
      >
        {marks.map((mark) => (
          <button key={mark} type="button" className={buttonClass('quiet', 'sm')} onClick={() => press(mark)}>
            {t(`marks.${mark}`)}
          </button>
        ))}
        <button
          type="button"
          className={buttonClass('plain', 'sm', 'ml-auto')}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'hidePreview' : 'showPreview')}
        </button>
      </div>
      {shown && <Preview />}
    </div>
  );
}
