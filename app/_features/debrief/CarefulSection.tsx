import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DebriefView } from '@/core/contract/debrief';
import { briefSpan, spanText } from '../../_lib/clock';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';
import { type Careful, carefulOf } from './careful';

/** The wrong conclusions these very runs tempt to, each with its answer from the runs (balance.md, 9). */
export function CarefulSection({ runs }: { runs: readonly DebriefView[] }) {
  const t = useTranslations('debrief.careful');
  return (
    <section className="mt-14 max-w-6xl" aria-labelledby="careful">
      <h2 id="careful" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-[65ch] text-soft">
        {t('lead')} <FigureLink href={figureHref('difference')} />
      </p>
      <dl className="mt-5 grid gap-x-12 gap-y-6 md:grid-cols-2">
        {carefulOf(runs).map((careful) => (
          <div key={careful.name} className="break-inside-avoid border-t border-line pt-3">
            <dt className="font-semibold">“{t(`wrong.${careful.name}`)}”</dt>
            <dd className="mt-1.5 max-w-[58ch] leading-relaxed">
              <Answer careful={careful} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Answer({ careful: c }: { careful: Careful }): ReactNode {
  const t = useTranslations('debrief.careful.answer');
  const names = useTranslations('debrief.measures.names');
  switch (c.name) {
    case 'slower':
      return t('slower', {
        late: c.by === null ? 'never' : 'later',
        by: spanText(c.by ?? 0),
        busyMail: spanText(c.busyMail),
        busyCall: spanText(c.busyCall),
        cardsMail: c.cardsMail,
        cardsCall: c.cardsCall,
      });
    case 'better':
      return (
        <>
          {t('zeros')}{' '}
          {c.won.length > 0
            ? t('won', { count: c.won.length, list: c.won.map((n) => names(n)).join(', ') })
            : t('wonNone')}{' '}
          {c.price !== null && t('priceMail', { price: spanText(c.price) })}{' '}
          {c.line !== null && t('priceLine', { price: briefSpan(c.line) })} {t('notSimulated')}
        </>
      );
    case 'channel':
      return t('channel', { most: c.most, together: spanText(c.together), oneByOne: spanText(c.oneByOne) });
    case 'slow':
      return (
        <>
          {t('fastest', { title: c.title, fastest: spanText(c.fastest) })}{' '}
          {c.person !== null && t('dials', { person: c.person, dials: c.dials })} {t('independent')}
        </>
      );
    case 'silence':
      return t(`silence.${c.how}`, { title: c.title, person: c.person });
    case 'order':
      return t('order', { first: c.first, second: c.second });
    case 'minutes':
      return t('minutes', {
        calls: c.calls,
        interrupted: c.interrupted,
        talk: briefSpan(c.talk),
        lost: briefSpan(c.lost),
      });
    case 'clear':
      return t('clear', { count: c.count, missing: c.missing, some: c.missing === '' ? 'no' : 'yes' });
    case 'atOnce':
      return t('atOnce', { opened: briefSpan(c.opened) });
    case 'proof':
      return t('proof', { runs: c.runs });
    case 'rigged':
      return `${t(c.same ? 'rigged.pair' : 'rigged.one')} ${t('assumed')}`;
  }
}
