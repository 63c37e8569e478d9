import { useTranslations } from 'next-intl';
import type { Basis, Ground } from './grounds';
import { shortName } from './sourceNames';
import type { SourceId } from './sources';

interface Props {
  id: string;
  name: string;
  meaning?: string;
  formula: string;
  rests: string;
  ground: Ground;
}

/** One figure: what it is, its formula, and what it rests on. Tables elsewhere link here by `id`. */
export function FigureEntry({ id, name, meaning, formula, rests, ground }: Props) {
  const t = useTranslations('figures');
  const { rules, sources } = ground;
  return (
    <article
      id={id}
      className="-mx-3 scroll-mt-4 border-t border-line px-3 py-5 target:bg-well lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-x-8"
    >
      <div>
        <h3 className="font-semibold">{name}</h3>
        <p className="mt-1.5 max-lg:mb-3">
          <BasisMark basis={ground.basis} />
        </p>
      </div>
      <div className="max-w-[70ch]">
        {meaning && <p className="mb-3">{meaning}</p>}
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
          <Term name={t('formula')}>
            <span className="font-medium break-words">{formula}</span>
          </Term>
          <Term name={t('restsOn')}>{rests}</Term>
          <Term name={t('rule', { n: rules.length })}>
            <Links items={rules.map((r) => ({ href: `#rule-${r}`, text: r }))} />
          </Term>
          {sources.length > 0 && (
            <Term name={t('source', { n: sources.length })}>
              <SourceLinks sources={sources} />
            </Term>
          )}
        </dl>
      </div>
    </article>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-sm text-soft sm:pt-0.5">{name}</dt>
      <dd className="max-sm:-mt-1.5">{children}</dd>
    </>
  );
}

/** An assumption has a broken edge; words say it too. */
export function BasisMark({ basis }: { basis: Basis }) {
  const t = useTranslations('figures.basis');
  return (
    <span
      className={`inline-block rounded-full border px-2.5 py-0.5 text-xs font-medium ${basis === 'assumption' ? 'border-dashed border-ink text-ink' : 'border-line text-soft'}`}
    >
      {t(basis)}
    </span>
  );
}

export const SourceLinks = ({ sources }: { sources: readonly SourceId[] }) => (
  <Links items={sources.map((id) => ({ href: `#source-${id}`, text: shortName(id) }))} />
);

function Links({ items }: { items: readonly { href: string; text: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {items.map(({ href, text }) => (
        <li key={href}>
          <a href={href} className="inline-block min-h-6 text-mail underline underline-offset-4">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
