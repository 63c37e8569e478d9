'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../../_ui/buttonClass';
import { usePlay, usePlaying } from '../playContext';

/** Where the button to start would be, until the facilitator has started the session. */
export function Waiting() {
  const t = useTranslations('play.room');
  const name = usePlay((s) => s.room?.name ?? null);
  const phase = usePlay((s) => s.room?.phase);
  const owed = usePlay((s) => s.room?.owed.includes('before') ?? false);
  const { seat } = usePlaying();
  return (
    <div role="status" className="flex items-start gap-3">
      {phase === 'lobby' && (
        <span className="waiting mt-1.5 size-3 shrink-0 rounded-full bg-mail-solid" aria-hidden="true" />
      )}
      <div>
        <p className="text-lg font-semibold">{t(phase === 'ended' ? 'overBefore' : 'waiting')}</p>
        {name !== null && phase === 'lobby' && <p className="mt-0.5 text-soft">{t('youAre', { name })}</p>}
        {owed && phase === 'lobby' && (
          <a href={`/questions/${seat}?which=before`} className={buttonClass('primary', 'md', 'mt-3')}>
            {t('questionsBefore')}
          </a>
        )}
      </div>
    </div>
  );
}
