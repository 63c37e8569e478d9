'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CallView } from '@/core/contract/view';
import { clockText, exactSpanText } from '../../../_lib/clock';
import { Ticks } from '../FlightStrip';
import { usePlay, useSimNow, useUi } from '../playContext';
import { nameOf } from '../selectors';
import { blockedFrom, blockedInAll, blockedMs, isMates, ringsHere, stageOf } from './calls';

const percent = (ms: number, lengthMs: number): string => `${Math.min(100, (ms / lengthMs) * 100)}%`;

/** The day so far as one lane: every call a block that fills it, hatched while nobody was there yet. */
export default function LineStrip() {
  const t = useTranslations('play.call');
  const me = usePlay((s) => s.view.me);
  const all = usePlay((s) => s.view.calls);
  const calls = useMemo(() => all.filter((c) => !isMates(c, me)), [all, me]);
  const lengthMs = usePlay((s) => s.view.run.lengthMs);
  const answered = usePlay((s) => s.view.mission.filter((m) => m.state === 'answered').length);
  const strip = useTranslations('play.strip');
  const now = useSimNow(1_000);
  // On a phone the call itself says it, and needs the height.
  const low = useUi((s) => s.tab === 'mail' && s.contact !== null);
  const ours = calls.filter((c) => blockedFrom(c) !== null && !ringsHere(c));
  return (
    <section
      aria-label={t('strip')}
      className={`flex items-center gap-4 border-b border-line bg-panel px-3 py-1.5 sm:px-4 ${low ? 'max-lg:hidden' : ''}`}
    >
      <p className="flex w-28 shrink-0 flex-col text-xs leading-tight sm:w-44">
        <span className="tabular font-medium text-call">
          {t('inAll', { span: exactSpanText(blockedInAll(calls, now)) })}
        </span>
        <span className="tabular text-soft">{strip('answered', { count: answered })}</span>
      </p>
      <ol className="relative h-7 grow border-x border-line">
        <li
          aria-hidden="true"
          className="absolute inset-y-0 left-0 border-r border-edge bg-well/70"
          style={{ width: percent(now, lengthMs) }}
        />
        <Ticks />
        {ours.map((call) => (
          <Block key={call.callId} call={call} now={now} lengthMs={lengthMs} />
        ))}
      </ol>
    </section>
  );
}

function Block({ call, now, lengthMs }: { call: CallView; now: number; lengthMs: number }) {
  const t = useTranslations('play.call');
  const start = usePlay((s) => s.view.run.start);
  const name = usePlay((s) => nameOf(s.view.contacts, call.contact));
  const from = blockedFrom(call) ?? call.simMs;
  const whole = blockedMs(call, now);
  const waited = call.connectedMs === null ? whole : call.connectedMs - from;
  const label = t('block', {
    name,
    time: clockText(start, from),
    how: t(`stage.${stageOf(call)}`),
    span: exactSpanText(whole),
  });
  return (
    <li
      title={label}
      className="absolute top-0.5 flex h-3.5 min-w-[3px] overflow-hidden rounded-sm border border-blocked"
      style={{ left: percent(from, lengthMs), width: percent(whole, lengthMs) }}
    >
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="hatched h-full" style={{ width: percent(waited, whole || 1) }} />
      <span aria-hidden="true" className="h-full grow bg-call-solid" />
    </li>
  );
}
