import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LibraryCard } from '@/core/contract/library';
import { buttonClass } from '../../_ui/buttonClass';
import { Byline, Size, Standing, Tags } from './Facts';

/** Whose it is, where it stands, under which licence it may be passed on, and the files to take along. */
export function About({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return (
    <section>
      <h2 className="text-xl font-semibold">{t('facts.title')}</h2>
      <dl className="mt-3 space-y-3">
        <Fact name={t('facts.owner')}>
          <Byline card={card} />
          {card.forkedFrom !== null && (
            <span className="block text-sm text-soft">
              {t('copied', { slug: card.forkedFrom.slug, n: card.forkedFrom.version })}
            </span>
          )}
        </Fact>
        <Fact name={t('facts.state')}>
          <Standing card={card} />
        </Fact>
        <Fact name={t('facts.size')}>
          <Size card={card} />
        </Fact>
        <Fact name={t('facts.license')}>{card.license === '' ? t('facts.none') : card.license}</Fact>
        <Fact name={t('facts.tags')}>
          {card.tags.length === 0 ? t('facts.none') : <Tags tags={card.tags} />}
        </Fact>
      </dl>
      {card.version !== null && (
        <>
          <h3 className="mt-5 font-semibold">{t('export.title')}</h3>
          <p className="mt-1 text-sm text-soft">{t('export.note')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {(['yaml', 'json', 'xlsx'] as const).map((form) => (
              <a
                key={form}
                href={`/api/scenarios/${card.slug}.${form}`}
                aria-label={t('export.as', { title: card.title, form })}
                className={buttonClass('plain', 'sm')}
              >
                .{form}
              </a>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-soft">{name}</dt>
    <dd className="break-words">{children}</dd>
  </div>
);
