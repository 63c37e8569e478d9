'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';
import { usePlaying } from './playContext';

/** A link that opens this run on another device. Making one ends the one before. */
export function PersonalLink() {
  const t = useTranslations('play.dialog');
  const { seat } = usePlaying();
  const [link, setLink] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const make = async () => {
    const made = await newLink(seat).catch(() => null);
    setLink(made);
    setNote(made ? '' : t('linkFailed'));
  };
  const copy = async (text: string) => {
    await navigator.clipboard?.writeText(text).then(
      () => setNote(t('linkCopied')),
      () => setNote(t('linkByHand')),
    );
  };
  return (
    <div className="flex flex-col gap-3">
      <p>{t('linkText')}</p>
      {link ? (
        <div className="flex flex-wrap gap-2">
          <input
            readOnly
            aria-label={t('linkTitle')}
            value={link}
            onFocus={(e) => e.target.select()}
            className="h-10 min-w-0 grow rounded-lg border border-edge/60 bg-ground px-3 text-sm"
          />
          {'clipboard' in navigator && (
            <button type="button" onClick={() => copy(link)} className={buttonClass('primary')}>
              {t('linkCopy')}
            </button>
          )}
        </div>
      ) : (
        <button type="button" onClick={make} className={buttonClass('primary', 'md', 'self-start')}>
          {t('linkMake')}
        </button>
      )}
      <p role="status" className="min-h-5 text-sm text-soft">
        {note}
      </p>
    </div>
  );
}

async function newLink(seat: string): Promise<string | null> {
  const answer = await fetch('/api/link', { method: 'POST', body: new URLSearchParams({ seat }) });
  const body: unknown = await answer.json();
  return answer.ok && typeof body === 'object' && body !== null && 'link' in body ? String(body.link) : null;
}
