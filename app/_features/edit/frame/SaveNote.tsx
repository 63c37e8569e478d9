'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonClass } from '../../../_ui/buttonClass';
import { useEditing, useEditor } from '../editorContext';

const reasons = ['signInFirst', 'unknown', 'tooLarge', 'invalid'] as const;

/** Where what was typed is: on the server, on the way there, or only here. */
export function SaveNote() {
  const t = useTranslations('editor.save');
  const format = useFormatter();
  const { keeper } = useEditing();
  const save = useEditor((s) => s.save);
  const kept = useEditor((s) => s.kept);
  const refusal = useEditor((s) => s.refusal);
  const savedAt = useEditor((s) => s.savedAt);
  const reason = reasons.find((r) => r === refusal) ?? 'other';
  // The reader's own zone, which only the browser knows: when it was saved is a moment of their day.
  const [timeZone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const time =
    savedAt === null || timeZone === null
      ? null
      : format.dateTime(savedAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const words = {
    saved: time === null ? t('savedNever') : t('saved', { time }),
    changed: t('changed'),
    saving: t('saving'),
    waiting: t(kept ? 'waitingKept' : 'waiting'),
    refused: t(`refused.${reason}`),
    conflict: t('conflict'),
  }[save];
  const bad = save === 'waiting' || save === 'refused' || save === 'conflict';
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <span role="status" className={bad ? 'text-bad' : 'text-soft'}>
        {words}
      </span>
      {(save === 'waiting' || save === 'refused') && (
        <button
          type="button"
          className={buttonClass('link', 'sm', '!px-0')}
          onClick={() => void keeper.flush()}
        >
          {t('again')}
        </button>
      )}
    </p>
  );
}
