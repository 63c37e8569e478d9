'use client';

import { useTranslations } from 'next-intl';
import type { ClockReason } from '@/core/contract/clock';
import { clockText, dayText, spanText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { Mark } from '../../_ui/Mark';
import { ConnectionStatus } from './ConnectionStatus';
import { Menu } from './Menu';
import { PlanLabel } from './PlanLine';
import { usePlay, useSimNow } from './playContext';
import { SkipAhead } from './SkipAhead';
import { useActions } from './useActions';

/** Time is always visible: the simulated clock, what it does and why, and what steers it. */
export function Header() {
  const info = usePlay((s) => s.view.run);
  return (
    <header className="relative z-10 flex items-center gap-x-3 border-b border-line bg-panel px-3 py-1.5 sm:px-4">
      <h1 className="flex min-w-0 items-center gap-2 text-sm font-semibold max-lg:sr-only lg:flex-1">
        <Mark className="size-5 shrink-0" />
        <span className="truncate">{info.title}</span>
        <PlanLabel className="font-normal text-soft" />
      </h1>
      <Clock />
      <div className="ml-auto flex shrink-0 items-center gap-1.5 lg:ml-0 lg:flex-1 lg:justify-end">
        <Controls />
        <ConnectionStatus />
        <Menu />
      </div>
    </header>
  );
}

function Clock() {
  const t = useTranslations('play.header');
  const { start, language, lengthMs } = usePlay((s) => s.view.run);
  const now = useSimNow(60_000);
  const over = usePlay((s) => s.view.ended !== null);
  return (
    <div className="flex min-w-0 items-center gap-x-2.5 sm:gap-x-3">
      <div role="timer" aria-label={t('clock')} className="flex items-baseline gap-1.5">
        <span className="tabular text-2xl leading-8 font-semibold tracking-tight">
          {clockText(start, now)}
        </span>
        <span className="text-xs text-soft max-sm:hidden">{dayText(start, now, language)}</span>
      </div>
      <div className="min-w-0 text-xs leading-tight whitespace-nowrap text-soft">
        <p className="tabular">{over ? t('over') : t('left', { span: spanText(lengthMs - now) })}</p>
        {!over && <Rate />}
      </div>
    </div>
  );
}

function Rate() {
  const t = useTranslations('play.header');
  const clock = usePlay((s) => s.view.clock);
  const lost = usePlay((s) => s.frozenAt !== null && s.link !== 'connecting');
  if (lost) return <p>{t('rate.lost')}</p>;
  const slowed = clock.state === 'running' && (clock.why === 'compose' || clock.why === 'read');
  const calling = clock.state === 'running' && callReasons.has(clock.why);
  return <p className={slowed ? 'text-mail' : calling ? 'text-call' : ''}>{rateText(clock, t)}</p>;
}

const callReasons: ReadonlySet<ClockReason> = new Set([
  'ring',
  'hold',
  'say',
  'look',
  'speak',
  'choose',
  'message',
  'incoming',
]);

type Texts = ReturnType<typeof useTranslations<'play.header'>>;

function rateText(
  clock: {
    state: string;
    why: ClockReason;
    rate: number;
    pausedWhy: 'asked' | 'left' | 'facilitator' | 'down' | null;
  },
  t: Texts,
): string {
  if (clock.state === 'ready') return t('rate.ready');
  if (clock.state === 'ended') return t('rate.ended');
  if (clock.state === 'paused') return clock.pausedWhy ? t(`pausedWhy.${clock.pausedWhy}`) : t('rate.paused');
  return t(`rate.${clock.why}`, { minutes: Math.round((clock.rate / 60) * 10) / 10 });
}

function Controls() {
  const t = useTranslations('play.header');
  const state = usePlay((s) => s.view.clock.state);
  const live = usePlay((s) => s.link === 'online');
  const actions = useActions();
  const own = usePlay((s) => s.room === null);
  if (!own || (state !== 'running' && state !== 'paused')) return null;
  const running = state === 'running';
  return (
    <>
      <Speed />
      <button
        type="button"
        disabled={!live}
        onClick={running ? actions.pause : actions.resume}
        className={buttonClass('plain', 'sm', 'max-lg:min-h-10 max-sm:!px-2')}
      >
        <Glyph name={running ? 'pause' : 'play'} />
        <span className="max-sm:sr-only">{running ? t('pause') : t('resume')}</span>
      </button>
      <SkipAhead />
    </>
  );
}

function Speed() {
  const t = useTranslations('play.header');
  const speed = usePlay((s) => s.view.clock.speed);
  const live = usePlay((s) => s.link === 'online');
  const actions = useActions();
  return (
    <label className="max-md:hidden">
      <span className="sr-only">{t('speed')}</span>
      <select
        value={speed}
        disabled={!live}
        onChange={(e) =>
          actions.speed(e.target.value === 'slow' ? 'slow' : e.target.value === 'fast' ? 'fast' : 'normal')
        }
        className={buttonClass('plain', 'sm', 'pr-1')}
      >
        <option value="slow">{t('slowSpeed')}</option>
        <option value="normal">{t('normalSpeed')}</option>
        <option value="fast">{t('fastSpeed')}</option>
      </select>
    </label>
  );
}
