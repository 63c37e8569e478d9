import { useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';

/** Whose it is. */
export function Byline({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.byline');
  if (card.mine) return t('mine');
  if (card.origin === 'pack') return t('server');
  if (card.owner !== null) return t('named', { name: card.owner });
  return t(card.origin === 'import' ? 'operator' : 'gone');
}

/** How long, how many people, how many requests. */
export function Size({ card: { playMin, recipients, requests } }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return playMin === null
    ? t('sizeWithout', { people: recipients, requests })
    : t('size', { minutes: playMin, people: recipients, requests });
}

/** Where it stands, in words: published in which version, shared with whom, changed since. */
export function Standing({ card: { state, version, newer, visibility } }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return (
    <>
      <span className={state === 'published' ? '' : 'font-semibold text-ink'}>{t(`states.${state}`)}</span>
      {version !== null && ` · ${t('version', { n: version })}`}
      {` · ${t(`visibilityWords.${visibility}`)}`}
      {newer && <span className="text-ink">{` · ${t('newer')}`}</span>}
    </>
  );
}

/** Words that lead to all that has them. */
export function Tags({ tags }: { tags: string[] }) {
  const t = useTranslations('library');
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <a
            href={`/library?tag=${encodeURIComponent(tag)}`}
            aria-label={t('tagNamed', { tag })}
            className="inline-flex min-h-6 items-center rounded-full border border-line px-2.5 text-sm text-soft hover:bg-well hover:text-ink"
          >
            {tag}
          </a>
        </li>
      ))}
    </ul>
  );
}
