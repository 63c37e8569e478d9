'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../_lib/clock';
import { BriefText } from '../../_ui/BriefText';
import { buttonClass } from '../../_ui/buttonClass';
import { usePlay, usePlaying } from './playContext';
import { Waiting } from './room/Waiting';
import { useActions } from './useActions';

/** Before the clock starts: who you are, what is going on, what is wanted. */
export function Ready() {
  const t = useTranslations('play.ready');
  const info = usePlay((s) => s.view.run);
  const live = usePlay((s) => s.link === 'online');
  const waits = usePlay((s) => s.room !== null && s.room.phase !== 'open');
  const actions = useActions();
  return (
    <main className="min-h-0 grow overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-5 px-5 py-8 sm:py-14">
        <div>
          <p className="tabular text-sm text-soft">
            {t('hours', { from: clockText(info.start, 0), to: clockText(info.start, info.lengthMs) })}
          </p>
          <h2 className="mt-1 text-3xl font-semibold tracking-tight sm:text-4xl">{info.title}</h2>
        </div>
        <Brief />
        <div className="sticky bottom-0 -mx-5 bg-ground px-5 pt-3 pb-5">
          {waits ? (
            <Waiting />
          ) : (
            <button
              type="button"
              disabled={!live}
              onClick={actions.start}
              className={buttonClass('primary', 'lg', 'w-full text-lg sm:w-48')}
            >
              {t('start')}
            </button>
          )}
          <p className="mt-2 text-sm text-soft">{t(info.mode === 'mail' ? 'clock' : 'clockCall')}</p>
        </div>
      </div>
    </main>
  );
}

/** The brief of the scenario in its three parts; the story as the server has rendered it. */
export function Brief() {
  const t = useTranslations('play.ready');
  const { you, goal } = usePlay((s) => s.view.run.brief);
  return <BriefText you={you} story={usePlaying().story} goal={goal} goalTitle={t('goal')} />;
}
