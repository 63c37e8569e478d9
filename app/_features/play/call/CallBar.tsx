'use client';

import { useTranslations } from 'next-intl';
import type { CallView } from '@/core/contract/view';
import { exactSpanText } from '../../../_lib/clock';
import { buttonClass } from '../../../_ui/buttonClass';
import { Glyph } from '../../../_ui/icons';
import { usePlay, usePlaying } from '../playContext';
import { nameOf } from '../selectors';
import { openContact } from '../uiStore';
import { useCallActions } from './useCallActions';
import { useBlockedMs, useLine } from './useLine';

/** While something else is on the screen: who is on the line, the way back to them, and out. */
export function CallBar({ className = '' }: { className?: string }) {
  const call = useLine();
  return call && <Bar call={call} className={className} />;
}

function Bar({ call, className }: { call: CallView; className: string }) {
  const t = useTranslations('play.call');
  const { ui } = usePlaying();
  const name = usePlay((s) => nameOf(s.view.contacts, call.contact));
  const ms = useBlockedMs(call);
  const actions = useCallActions();
  return (
    <div
      className={`flex items-center gap-2 bg-call-solid py-1 pr-2 pl-3 text-sm text-[#1d1d21] ${className}`}
    >
      <Glyph name="phone" />
      <button
        type="button"
        className="min-h-10 min-w-0 grow truncate text-left font-semibold underline underline-offset-2"
        onClick={() => openContact(ui, call.contact)}
      >
        {t('backTo', { name })}
      </button>
      <span className="tabular shrink-0 text-xs font-semibold">
        {t('blockedFor', { span: exactSpanText(ms) })}
      </span>
      <button type="button" className={buttonClass('plain', 'md')} onClick={() => actions.hangUp(call)}>
        {t('hangUp')}
      </button>
    </div>
  );
}
