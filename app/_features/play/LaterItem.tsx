'use client';

import { useTranslations } from 'next-intl';
import type { LaterView } from '@/core/contract/view';
import { clockText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { usePlay } from './playContext';
import { Author } from './team/Author';
import { useActions } from './useActions';

/** A mail that goes out later, and can be taken back until then. */
export function LaterItem({ later }: { later: LaterView }) {
  const t = useTranslations('play.composer');
  const start = usePlay((s) => s.view.run.start);
  const me = usePlay((s) => s.view.me);
  const actions = useActions();
  return (
    <article
      aria-label={t('scheduled', { time: clockText(start, later.due) })}
      className="max-w-[88%] self-end sm:max-w-[80%]"
    >
      <div className="rounded-2xl rounded-br-md border border-dashed border-mail-line px-3.5 py-2">
        {later.subject && <p className="text-xs text-soft">{later.subject}</p>}
        <p className="break-words whitespace-pre-wrap">{later.text}</p>
      </div>
      <p className="mt-1 flex items-center justify-end gap-2 text-xs text-soft">
        <Glyph name="later" className="size-3.5" />
        <span className="tabular">{t('scheduled', { time: clockText(start, later.due) })}</span>
        <Author of={later.by} />
        {later.by === me && (
          <button
            type="button"
            className={buttonClass('plain', 'sm')}
            onClick={() => actions.say('mail.cancelLater', { laterId: later.laterId })}
          >
            {t('unschedule')}
          </button>
        )}
      </p>
    </article>
  );
}
