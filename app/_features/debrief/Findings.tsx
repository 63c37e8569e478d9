import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { spanText } from '../../_lib/clock';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';
import { type Finding, findingsOf } from './findings';

/** What this run shows, in sentences with its own figures. */
export function Findings({ view }: { view: DebriefView }) {
  const t = useTranslations('debrief.shows');
  return (
    <section className="mt-12" aria-labelledby="shows">
      <h2 id="shows" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <ul className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {findingsOf(view).map((finding) => (
          <li key={finding.name} className="border-l-4 border-mail pl-4">
            <Sentence finding={finding} />
          </li>
        ))}
      </ul>
      <p className="mt-5 max-w-[65ch] text-sm text-soft">{t('limits')}</p>
      <FigureLink href={figureHref('waits')} className="mt-2" />
    </section>
  );
}

function Sentence({ finding }: { finding: Finding }) {
  const t = useTranslations('debrief.shows');
  const kinds = useTranslations('debrief.doing');
  switch (finding.name) {
    case 'overlap':
      return <p>{t('overlap', { count: finding.count })}</p>;
    case 'oneByOne':
      return <p>{t('oneByOne')}</p>;
    case 'crossed':
      return <p>{t('crossed', { first: finding.first, second: finding.second })}</p>;
    case 'meanwhile':
      return <p>{t('meanwhile', { cards: finding.cards, of: finding.of })}</p>;
    case 'wait':
      return (
        <p>
          {t('wait', {
            title: finding.title,
            waited: spanText(finding.waited),
            unread: spanText(finding.unread),
            person: finding.person,
            doing: kinds(finding.kind as 'free'),
          })}
        </p>
      );
    case 'silence':
      return (
        <p>
          {t(finding.how === 'unread' ? 'silenceUnread' : 'silenceIgnored', {
            title: finding.title,
            person: finding.person,
          })}
        </p>
      );
    case 'question':
      return (
        <p>
          {finding.price === null
            ? t('question', { count: finding.count })
            : t('questionPrice', { count: finding.count, price: spanText(finding.price) })}
        </p>
      );
  }
}
