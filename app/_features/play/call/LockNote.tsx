'use client';

import { useTranslations } from 'next-intl';
import type { CallView } from '@/core/contract/view';
import { exactSpanText } from '../../../_lib/clock';
import { Glyph } from '../../../_ui/icons';
import { useBlockedMs, useLine } from './useLine';

/** Over what cannot be used while the line is taken: that it is so, and for how long by now (C3). */
export function LockNote({ className = '' }: { className?: string }) {
  const call = useLine();
  return call && <Note call={call} className={className} />;
}

function Note({ call, className }: { call: CallView; className: string }) {
  const t = useTranslations('play.call');
  const ms = useBlockedMs(call);
  return (
    <p
      className={`tabular inline-flex items-center gap-2 rounded-lg border border-blocked bg-call-wash px-2.5 py-1 text-sm font-semibold text-call ${className}`}
    >
      <Glyph name="lock" />
      {t('blockedFor', { span: exactSpanText(ms) })}
    </p>
  );
}
