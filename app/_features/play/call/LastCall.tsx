'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../../_lib/clock';
import { usePlay } from '../playContext';
import { stageOf } from './calls';

/** How the newest call with somebody went, below their name. */
export function LastCall({ contact }: { contact: string }) {
  const t = useTranslations('play.call');
  const start = usePlay((s) => s.view.run.start);
  const call = usePlay((s) => s.view.calls.findLast((c) => c.contact === contact));
  if (!call) return null;
  const how = t(`stage.${stageOf(call)}`);
  return (
    <span className="tabular block truncate text-xs text-call">
      {call.phase === 'ended' ? t('last', { how, time: clockText(start, call.simMs) }) : how}
    </span>
  );
}
