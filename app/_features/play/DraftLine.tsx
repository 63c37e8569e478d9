'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { usePlaying } from './playContext';

/** Below the header where an author plays their own draft: that it is one, and the way back to writing it. */
export function DraftLine() {
  const t = useTranslations('play.draft');
  const { draft } = usePlaying();
  if (draft === null) return null;
  return (
    <div className="flex items-center justify-between gap-3 border-b border-line bg-desk-wash px-3 py-1 text-sm sm:px-4">
      <p>{t('playing')}</p>
      <a
        href={`/edit/${draft}`}
        className={buttonClass('plain', 'sm', 'shrink-0 whitespace-nowrap max-lg:min-h-10')}
      >
        <Glyph name="back" />
        {t('back')}
      </a>
    </div>
  );
}
