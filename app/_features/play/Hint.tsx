'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { lineOf } from './call/calls';
import { usePlay, usePlaying, useUi } from './playContext';
import { requiredLeft } from './selectors';
import { useActions } from './useActions';

/** One line for a first run, until a first mail left or calls were tried or it was dismissed. */
export function Hint() {
  const t = useTranslations('play.hint');
  const { ui } = usePlaying();
  const shown = useUi((s) => s.hint);
  const mode = usePlay((s) => s.view.run.mode);
  const fresh = usePlay(
    (s) => !s.view.ended && s.view.mails.filter((m) => m.from === 'me').length + s.view.calls.length < 2,
  );
  const busy = usePlay((s) => lineOf(s.view) !== null);
  if (!shown || !fresh || busy) return null;
  return (
    <p className="flex items-center gap-3 border-b border-line bg-mail-wash px-3 py-1 text-sm sm:px-4">
      {t(mode)}
      <button
        type="button"
        className="ml-auto min-h-9 shrink-0 px-2 text-mail underline underline-offset-2"
        onClick={() => ui.setState({ hint: false })}
      >
        {t('dismiss')}
      </button>
    </p>
  );
}

/** On a phone the mission lies behind a tab: that it is done, and how to end the day, is said here too. */
export function DayDone() {
  const t = useTranslations('play.mission');
  const done = usePlay((s) => requiredLeft(s.view.mission) === 0 && s.view.clock.state === 'running');
  const elsewhere = useUi((s) => s.tab !== 'mission');
  const actions = useActions();
  if (!done || !elsewhere) return null;
  return (
    <p className="flex items-center gap-3 border-b border-line bg-mail-wash px-3 py-1 text-sm lg:hidden">
      {t('allDone')}
      <button
        type="button"
        className={buttonClass('primary', 'sm', 'ml-auto shrink-0')}
        onClick={actions.closeDay}
      >
        {t('closeDay')}
      </button>
    </p>
  );
}
