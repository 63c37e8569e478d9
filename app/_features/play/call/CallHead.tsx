'use client';

import { useTranslations } from 'next-intl';
import type { CallView } from '@/core/contract/view';
import { exactSpanText, timerText } from '../../../_lib/clock';
import { buttonClass } from '../../../_ui/buttonClass';
import { Glyph } from '../../../_ui/icons';
import { usePlaying, useSimNow, useUi } from '../playContext';
import { Initials } from '../Recipients';
import { keepSettings } from '../settings';
import { stageOf } from './calls';
import { useCallActions } from './useCallActions';
import { useBlockedMs } from './useLine';

/** The block that fills the lane: who is on the line, what it does, for how long it has blocked, and the way out. */
export function CallHead({ call, name, role }: { call: CallView; name: string; role: string }) {
  const t = useTranslations('play.call');
  const actions = useCallActions();
  return (
    <header className="border-b border-call-line bg-call-wash">
      <div className="flex items-center gap-3 px-3 py-2 sm:px-4">
        <span className="max-sm:hidden">
          <Initials name={name} />
        </span>
        <div className="min-w-0 grow">
          <h2 id="call-head" tabIndex={-1} className="truncate leading-5 font-semibold outline-none">
            {name}
          </h2>
          <p className="truncate text-xs text-soft max-sm:hidden">{role}</p>
          <p className="tabular truncate text-sm font-medium text-call">
            <Progress call={call} />
          </p>
        </div>
        <SoundButton />
        <button
          type="button"
          aria-keyshortcuts="h"
          onClick={() => actions.hangUp(call)}
          className={buttonClass('plain', 'lg', 'shrink-0 whitespace-nowrap !border-bad !px-4 !text-bad')}
        >
          <Glyph name="hangUp" className="size-5" />
          {t('hangUp')}
        </button>
      </div>
      <Blocked call={call} />
    </header>
  );
}

function SoundButton() {
  const t = useTranslations('play.call');
  const { ui } = usePlaying();
  const on = useUi((s) => s.settings.sound);
  const turn = () => {
    ui.setState((s) => ({ settings: { ...s.settings, sound: !on } }));
    keepSettings(ui.getState().settings);
  };
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={t('sound')}
      title={t('sound')}
      onClick={turn}
      className={buttonClass('quiet', 'md', '!px-2.5 text-call')}
    >
      <Glyph name={on ? 'sound' : 'mute'} className="size-5" />
    </button>
  );
}

function Progress({ call }: { call: CallView }) {
  const t = useTranslations('play.call');
  const now = useSimNow(1_000);
  if (call.phase === 'connected')
    return t('connectedFor', { time: timerText(now - (call.connectedMs ?? now)) });
  return t(`stage.${stageOf(call)}`);
}

/** Solid while connected, hatched while waiting for somebody: the lane is taken either way. */
function Blocked({ call }: { call: CallView }) {
  const t = useTranslations('play.call');
  const ms = useBlockedMs(call);
  const solid = call.phase === 'connected';
  return (
    <p
      className={`tabular flex items-center px-3 text-xs font-semibold sm:px-4 ${solid ? 'bg-call-solid py-0.5 text-[#1d1d21]' : 'hatched py-0.5 text-call'}`}
    >
      <span className={`inline-flex items-center gap-1.5 ${solid ? '' : 'rounded bg-call-wash px-1.5'}`}>
        <Glyph name="lock" className="size-3.5" />
        {t('blockedFor', { span: exactSpanText(ms) })}
      </span>
    </p>
  );
}
