'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { redo, undo } from '../editorStore';
import { focusSoon, problemsId } from '../focus';
import { tallied } from '../model/faults';
import { Publish } from './Publish';
import { PublishedNote } from './PublishedNote';
import { SaveNote } from './SaveNote';
import { Sees } from './Sees';
import { SteppedNote } from './SteppedNote';

/** What is being written, whether it is safe, and what can be done with the whole. */
export function Bar() {
  const t = useTranslations('editor.bar');
  const { store } = useEditing();
  const title = useDraft((d) => d.title);
  const past = useEditor((s) => s.history.past.length > 0);
  const future = useEditor((s) => s.history.future.length > 0);
  return (
    <div className="sticky top-0 z-20 border-b border-line bg-ground">
      <div className="mx-auto flex w-full max-w-[90rem] flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2">
        <div className="mr-auto min-w-0">
          <h1 className="truncate text-lg leading-tight font-semibold">{title || t('untitled')}</h1>
          <div className="flex flex-wrap gap-x-3">
            <SaveNote />
            <PublishedNote />
            <SteppedNote />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {/* Not disabled but said to be: a button that vanished under the finger would take the focus along. */}
          <button
            type="button"
            className={buttonClass('quiet', 'md')}
            aria-disabled={!past}
            aria-keyshortcuts="Control+Z"
            onClick={() => undo(store)}
          >
            {t('undo')}
          </button>
          <button
            type="button"
            className={buttonClass('quiet', 'md')}
            aria-disabled={!future}
            aria-keyshortcuts="Control+Shift+Z"
            onClick={() => redo(store)}
          >
            {t('redo')}
          </button>
          <ToProblems />
          <Sees />
          <Publish />
        </div>
      </div>
    </div>
  );
}

/** On screens where the list of problems is not beside the form, the way to it. */
function ToProblems() {
  const t = useTranslations('editor.bar');
  const { weight, count } = tallied(useEditor((s) => s.faults));
  const looked = useEditor((s) => s.looked);
  return (
    <button
      type="button"
      className={buttonClass('quiet', 'md', 'lg:hidden')}
      onClick={() => focusSoon(problemsId)}
    >
      {looked ? t(count > 0 && weight === 'advice' ? 'tips' : 'toCheck', { count }) : t('looking')}
    </button>
  );
}
