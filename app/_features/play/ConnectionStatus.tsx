'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { usePlay } from './playContext';

const looks = {
  connecting: 'border-edge border-dashed',
  online: 'border-desk-solid bg-desk-solid',
  offline: 'border-bad',
  restarting: 'border-call-solid border-dashed',
  stopped: 'border-bad bg-bad',
} as const;

/** How the page stands to its server: a dot whose shape says it too, and the word. */
export function ConnectionStatus() {
  const t = useTranslations('play');
  const link = usePlay((s) => s.link);
  return (
    <div
      role="status"
      aria-label={t('header.connection')}
      className="flex items-center gap-1.5 text-xs text-soft"
    >
      <span className={`size-2.5 rounded-full border-2 ${looks[link]}`} aria-hidden="true" />
      <span className={link === 'online' ? 'max-sm:sr-only' : ''}>{t(`link.${link}`)}</span>
    </div>
  );
}

/** What a lost connection means for the person, below the header, while it lasts. */
export function ConnectionNote() {
  const t = useTranslations('play.link');
  const label = useTranslations('play.header')('connection');
  const link = usePlay((s) => s.link);
  const reason = usePlay((s) => s.linkReason);
  const blocked = usePlay((s) => s.storageBlocked && s.outbox.length > 0);
  const text =
    link === 'offline'
      ? t('offlineLong')
      : link === 'restarting'
        ? t('restartingLong')
        : link === 'stopped'
          ? t('stoppedLong', { reason: reason ?? '' })
          : null;
  if (!text && !blocked) return null;
  return (
    <aside aria-label={label}>
      {text && (
        <div className="flex flex-wrap items-center gap-3 bg-call-wash px-4 py-2 text-sm text-call">
          <p>{text}</p>
          {link === 'stopped' && (
            <button type="button" onClick={() => location.reload()} className={buttonClass('plain', 'sm')}>
              {t('reload')}
            </button>
          )}
        </div>
      )}
      {blocked && <p className="bg-bad-wash px-4 py-2 text-sm text-bad">{t('storage')}</p>}
    </aside>
  );
}
