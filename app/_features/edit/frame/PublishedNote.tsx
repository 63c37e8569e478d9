import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Draft } from '@/core/contract/draft';
import { useDraft, useEditor } from '../editorContext';
import { isSame } from '../model/same';

/** Which version people play, and whether what is written here is it. */
export function PublishedNote() {
  const t = useTranslations('editor.publish');
  const version = useEditor((s) => s.published);
  const changed = useChanged();
  if (version === null) return null;
  return <p className="text-sm text-soft">{t(changed ? 'changedSince' : 'asWritten', { version })}</p>;
}

const pauseMs = 300;

/** Whether the document differs from what was published. Any change counts at first; whether it came back to the same is looked at when writing pauses. */
function useChanged(): boolean {
  const doc = useEditor((s) => s.publishedDoc);
  const draft = useDraft((d) => d);
  const [same, setSame] = useState<Draft | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (doc !== null && draft !== doc && isSame(draft, doc)) setSame(draft);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, doc]);
  return doc === null || (draft !== doc && draft !== same);
}
