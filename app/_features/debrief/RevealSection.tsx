import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';
import { RevealPerson } from './RevealPerson';
import { Timeline } from './Timeline';

/** What each recipient really did: in the picture, and one by one. Only for views whose reveal is open. */
export function RevealSection({ views }: { views: readonly DebriefView[] }) {
  const t = useTranslations('debrief.reveal');
  const [first] = views;
  return (
    <section className="mt-14" aria-labelledby="reveal">
      <h2 id="reveal" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-2 mb-5 max-w-[65ch] text-soft">
        {t('lead')} <FigureLink href={figureHref('chance')} />
      </p>
      <Timeline views={views} reveal title={t('figure')} />
      <ul className="mt-8 grid max-w-6xl gap-x-8 gap-y-6 md:grid-cols-2">
        {first?.lanes.map((lane) => (
          <RevealPerson key={lane.contact} views={views} lane={lane} />
        ))}
      </ul>
      <p className="mt-6 max-w-6xl wrap-anywhere text-xs text-soft">
        {t('seed', { seed: first?.reveal?.seed ?? '' })}
      </p>
    </section>
  );
}
