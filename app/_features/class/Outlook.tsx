import { useTranslations } from 'next-intl';
import type { ClassDebrief } from '@/core/contract/classDebrief';
import type { MeasureName } from '@/core/contract/measures';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';
import { withBots, withShort } from './taken';

/** Before the figures: what a group of this size can show and what it cannot (X8), and what stands in the way (X5, X6, X7). */
export function Outlook({
  page,
  needed,
}: {
  page: ClassDebrief;
  needed: readonly { measure: MeasureName; needed: number }[];
}) {
  const t = useTranslations('class.outlook');
  const names = useTranslations('debrief.measures.names');
  const pairs = page.measures.find((m) => m.difference?.kind === 'paired')?.pairs.length ?? 0;
  const list = (some: typeof needed) =>
    some.map((o) => t('one', { name: names(o.measure), n: o.needed })).join(', ');
  const can = needed.filter((o) => o.needed <= pairs);
  const cannot = needed.filter((o) => o.needed > pairs);
  return (
    <section className="mt-6 max-w-[75ch] space-y-2 text-lg text-soft" aria-label={t('title')}>
      {pairs > 0 && needed.length > 0 && (
        <p>
          {can.length > 0 && t('can', { n: pairs, list: list(can) })}{' '}
          {cannot.length > 0 && t('cannot', { n: pairs, list: list(cannot) })} {t('model')}{' '}
          <FigureLink href={figureHref('pairs')} />
        </p>
      )}
      {page.plan === 'halves' && <p>{t('halves')}</p>}
      {page.sharedSeed && <p className="text-call">{t('sharedSeed')}</p>}
      {(page.plan === 'mailThenCall' || page.plan === 'callThenMail') && (
        <p className="text-call">{t('oneOrder')}</p>
      )}
      {page.rate !== null && <p>{t('rate', { rate: page.rate })}</p>}
      {page.short.runs > 0 && (
        <p>
          {t(page.short.included ? 'shortIn' : 'shortOut', { n: page.short.runs })}{' '}
          <a href={withShort(page, !page.short.included)} className="text-mail underline underline-offset-4">
            {t(page.short.included ? 'leaveOut' : 'takeIn')}
          </a>
        </p>
      )}
      {page.bots.runs > 0 && (
        <p className="text-call">
          {t(page.bots.included ? 'botsIn' : 'botsOut', { n: page.bots.runs })}{' '}
          <a href={withBots(page, !page.bots.included)} className="text-mail underline underline-offset-4">
            {t(page.bots.included ? 'leaveOut' : 'takeIn')}
          </a>
        </p>
      )}
    </section>
  );
}
