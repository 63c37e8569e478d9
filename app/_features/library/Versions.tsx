import { useFormatter, useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';
import { buttonClass } from '../../_ui/buttonClass';
import { fieldClass } from '../../_ui/Field';

interface Version {
  version: number;
  title: string;
  createdAt: number;
}

/** Every version, and two of them, or one and the draft, side by side. */
export function Versions({ card, versions }: { card: LibraryCard; versions: Version[] }) {
  const t = useTranslations('library.versions');
  const format = useFormatter();
  const sides = [
    ...(card.mayEdit && card.rev > 0 ? [{ value: 'draft', label: t('draft') }] : []),
    ...versions.map(({ version }) => ({ value: String(version), label: t('each', { n: version }) })),
  ];
  return (
    <section>
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      {versions.length === 0 ? (
        <p className="mt-2 text-soft">{t('none')}</p>
      ) : (
        <ol aria-label={t('title')} className="mt-3 divide-y divide-line border-y border-line">
          {versions.map(({ version, title, createdAt }) => (
            <li key={version} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5">
              <a
                href={`/api/scenarios/${card.slug}.yaml?version=${version}`}
                aria-label={t('download', { n: version })}
                className="tabular font-medium text-mail underline underline-offset-4"
              >
                {t('each', { n: version })}
              </a>
              <span className="min-w-0 break-words">{title}</span>
              <time
                dateTime={new Date(createdAt).toISOString()}
                className="tabular ml-auto text-sm text-soft"
              >
                {format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </li>
          ))}
        </ol>
      )}
      {sides.length > 1 && <CompareForm slug={card.slug} sides={sides} />}
    </section>
  );
}

function CompareForm({ slug, sides }: { slug: string; sides: { value: string; label: string }[] }) {
  const t = useTranslations('library.versions');
  const pick = (name: 'before' | 'after', chosen: string | undefined) => (
    <label className="block">
      <span className="mb-1 block text-sm text-soft">{t(name)}</span>
      <select name={name} defaultValue={chosen} className={fieldClass}>
        {sides.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      action={`/library/${slug}/compare`}
      className="mt-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-[12rem_12rem_auto] sm:justify-start"
    >
      {pick('before', sides[1]?.value)}
      {pick('after', sides[0]?.value)}
      <button type="submit" className={buttonClass('plain', 'md', 'min-h-11')}>
        {t('compare')}
      </button>
    </form>
  );
}
