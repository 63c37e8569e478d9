import { useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Byline, Size, Standing, Tags } from './Facts';

/** What fits, a row each, with what one most often does with it. */
export function List({ cards, all }: { cards: LibraryCard[]; all: number }) {
  const t = useTranslations('library');
  return (
    <section className="mt-6">
      <h2 className="sr-only">{t('list')}</h2>
      <p role="status" className="tabular text-sm text-soft">
        {cards.length === 0 && all > 0 ? t('none') : t('count', { n: cards.length })}
      </p>
      <ul aria-label={t('list')} className="mt-3 divide-y divide-line border-y border-line">
        {cards.map((card) => (
          <Row key={card.slug} card={card} />
        ))}
      </ul>
    </section>
  );
}

function Row({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <h3 className="text-lg font-semibold">
          <a href={`/library/${card.slug}`} className="break-words underline-offset-4 hover:underline">
            {card.title}
          </a>
        </h3>
        {card.summary !== '' && <p className="mt-0.5 max-w-[70ch] break-words">{card.summary}</p>}
        <p className="tabular mt-1.5 text-sm text-soft">
          <Byline card={card} />
          {' · '}
          <Standing card={card} />
          <br />
          <Size card={card} />
          {card.part !== null && ` · ${t(`parts.${card.part}`)}`}
        </p>
        <div className="mt-2">
          <Tags tags={card.tags} />
        </div>
      </div>
      <div className="flex items-start gap-2">
        {card.mayEdit && (
          <a
            href={`/edit/${card.slug}`}
            aria-label={t('editNamed', { title: card.title })}
            className={buttonClass('plain')}
          >
            {t('edit')}
          </a>
        )}
        <CopyButton card={card} />
      </div>
    </li>
  );
}

/** A copy of one's own, and its editor. */
export function CopyButton({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return (
    <ActionForm action="/api/scenarios" refusals={{ other: t('refused.other') }}>
      <input type="hidden" name="from" value={card.slug} />
      <button
        type="submit"
        aria-label={t('copyNamed', { title: card.title })}
        className={buttonClass(card.mayEdit ? 'quiet' : 'plain')}
      >
        {t('copy')}
      </button>
    </ActionForm>
  );
}
