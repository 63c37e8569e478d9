'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { CallView } from '@/core/contract/view';
import { clockText, exactSpanText } from '../../../_lib/clock';
import { Glyph } from '../../../_ui/icons';
import { usePlay } from '../playContext';
import { nameOf } from '../selectors';
import { Author } from '../team/Author';
import { Caption } from './Caption';
import { isMates, stageOf } from './calls';
import { Looking } from './Looking';

const inVain = new Set(['busy', 'noAnswer', 'declined', 'unobtainable', 'missed']);

/** One call as a block: how it went, when and for how long, and what was said. */
export const CallItem = memo(function CallItem({ call, name }: { call: CallView; name: string }) {
  const t = useTranslations('play.call');
  const start = usePlay((s) => s.view.run.start);
  const me = usePlay((s) => s.view.me);
  const time = clockText(start, call.simMs);
  const live = call.phase !== 'ended';
  const vain = inVain.has(stageOf(call)) && call.connectedMs === null;
  return (
    <article
      aria-label={t(call.direction === 'out' ? 'itemOut' : 'itemIn', { name, time })}
      className={`flex flex-col gap-2 rounded-xl border-l-[6px] py-2 pr-3 pl-3 ${vain ? 'border-call-line bg-panel' : 'border-call-solid bg-call-wash/40'} ${live ? 'border-call-solid' : ''}`}
    >
      <Summary call={call} time={time} vain={vain} />
      {call.lines.length > 0 && (
        <ol className="flex flex-col gap-2">
          {call.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it was said.
            <Caption key={i} line={line} name={name} />
          ))}
        </ol>
      )}
      {live && (isMates(call, me) ? <NotHeard /> : <Looking call={call} name={name} />)}
      <Deputy call={call} />
    </article>
  );
});

function Summary({ call, time, vain }: { call: CallView; time: string; vain: boolean }) {
  const t = useTranslations('play.call');
  const lasted = (call.endedMs ?? call.simMs) - (call.connectedMs ?? call.simMs);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
      <Glyph name={vain ? 'hangUp' : 'phone'} className="size-3.5 text-call" />
      <span className="font-semibold text-call">{t(`stage.${stageOf(call)}`)}</span>
      <Author of={call.by} />
      <span className="tabular">{time}</span>
      {call.endedMs !== null && call.connectedMs !== null && (
        <span className="tabular">{exactSpanText(lasted)}</span>
      )}
    </p>
  );
}

/** A team mate's call: what is said is there to be read when it is over. */
function NotHeard() {
  const t = useTranslations('play.team');
  return <p className="text-sm text-soft">{t('notHeard')}</p>;
}

/** Whom the greeting of a voicemail named. */
function Deputy({ call }: { call: CallView }) {
  const t = useTranslations('play.call');
  const contacts = usePlay((s) => s.view.contacts);
  if (!call.deputy) return null;
  return <p className="text-sm">{t('deputy', { name: nameOf(contacts, call.deputy) })}</p>;
}
