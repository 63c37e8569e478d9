'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { FirstRun } from './PlanLine';
import { usePlay, usePlaying } from './playContext';

/** The run is over: what came of it in one line, and the way to the debrief. Everything stays readable. */
export function EndedPanel() {
  const t = useTranslations('play.ended');
  const { place } = usePlaying();
  const ended = usePlay((s) => s.view.ended);
  const mission = usePlay((s) => s.view.mission);
  const cards = usePlay((s) => s.view.desk.done);
  if (!ended) return null;
  const done = mission.filter((m) => m.state === 'answered').length;
  return (
    <section
      aria-label={t('title')}
      className="arrive-up flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line bg-mail-wash px-4 py-3"
    >
      <div className="mr-auto">
        <h2 className="font-semibold">{place.k === 0 ? t('practice') : t(ended.reason)}</h2>
        <p className="tabular text-sm">{t('sum', { done, all: mission.length, cards })}</p>
      </div>
      <Onward />
    </section>
  );
}

/** From the practice to the first run, from each run to the next, from the last to the debrief. */
function Onward() {
  const t = useTranslations('play.ended');
  const { seat, place } = usePlaying();
  const owed = usePlay((s) => s.room?.owed.includes('after') ?? false);
  if (place.k === 0) return <FirstRun kind="primary" text={t('first')} />;
  const more = place.k < place.n;
  return (
    <>
      {owed && !more && (
        <a href={`/questions/${seat}?which=after`} className={buttonClass('plain')}>
          {t('questions')}
        </a>
      )}
      <a href={more ? `/between/${seat}` : `/debrief/${seat}`} className={buttonClass('primary')}>
        {more ? t('next', { k: place.k + 1, n: place.n }) : t('debrief')}
      </a>
    </>
  );
}
