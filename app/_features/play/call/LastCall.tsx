'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../../_lib/clock';
import { usePlay } from '../playContext';
import { isMates, stageOf } from './calls';

/** How the newest call with somebody went, below their name; a team mate's that goes on is told by who has it. */
export function LastCall({ contact }: { contact: string }) {
  const t = useTranslations('play.call');
  const start = usePlay((s) => s.view.run.start);
  const call = usePlay(({ view }) =>
    view.calls.findLast((c) => c.contact === contact && !(c.phase !== 'ended' && isMates(c, view.me))),
  );
  if (!call) return null;
  const how = t(`stage.${stageOf(call)}`);
  return (
    <span className="tabular block truncate text-xs text-call">
      {call.phase === 'ended' ? t('last', { how, time: clockText(start, call.simMs) }) : how}
    </span>
  );
}
