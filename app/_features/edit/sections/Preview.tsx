'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../../_lib/clock';
import { BriefText } from '../../../_ui/BriefText';
import { Prose } from '../../../_ui/Prose';
import { useDraft } from '../editorContext';

/** The brief as a participant sees it before starting. */
export default function Preview() {
  const t = useTranslations('editor.brief');
  const { you, story, goal } = useDraft((d) => d.brief);
  const title = useDraft((d) => d.title);
  const start = useDraft((d) => d.start);
  const lengthMin = useDraft((d) => d.lengthMin);
  return (
    <section aria-label={t('preview')} className="mt-3 rounded-2xl border border-line bg-ground p-5">
      <p className="tabular text-sm text-soft">
        {t('hours', { from: clockText(start, 0), to: clockText(start, lengthMin * 60_000) })}
      </p>
      <p className="mt-1 mb-5 text-3xl font-semibold tracking-tight">{title}</p>
      <BriefText you={you} story={<Prose>{story}</Prose>} goal={goal} goalTitle={t('goal')} />
    </section>
  );
}
