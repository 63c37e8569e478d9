'use client';

import { useTranslations } from 'next-intl';
import { Glyph } from '../../_ui/icons';

export type ShownState =
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'replied'
  | 'bounced'
  | 'undone'
  | 'notSent';

const tones: Record<ShownState, string> = {
  sending: 'text-soft',
  sent: 'text-soft',
  delivered: 'text-soft',
  read: 'text-mail',
  replied: 'text-mail font-medium',
  bounced: 'text-bad font-medium',
  undone: 'text-soft',
  notSent: 'text-bad font-medium',
};

/** Where a mail stands: an icon and the word, and when that came about. */
export function StateLine({ state, time }: { state: ShownState; time?: string | undefined }) {
  const t = useTranslations('play.state');
  return (
    <span className={`inline-flex items-center gap-1 ${tones[state]}`}>
      <Glyph name={state} className="size-3.5" />
      <span>{t(state)}</span>
      {time && <span className="tabular font-normal">{time}</span>}
    </span>
  );
}
