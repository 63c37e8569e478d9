import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { LibraryState } from '@/core/contract/library';
import { type LibraryQuery, libraryFor } from '@/server/catalog/library';
import { Filters } from '../_features/library/Filters';
import { ImportForm } from '../_features/library/ImportForm';
import { List } from '../_features/library/List';
import { AccountHeader } from '../_ui/AccountHeader';
import { buttonClass } from '../_ui/buttonClass';
import { signedIn } from './me';

type Search = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Search> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('library'))('title'),
  robots: { index: false },
});

/** Every scenario that one may use, copy or look after. */
export default async function Library({ searchParams }: Props) {
  const { name, admin, who } = await signedIn('/library', 'scenarios.list');
  const search = await searchParams;
  const query = queryOf(search);
  const { cards, tags, all } = await libraryFor(who, query);
  const t = await getTranslations('library');
  const texts = (await getMessages()).library.import;
  const refused = textOf(search.refused);
  return (
    <>
      <AccountHeader name={name} admin={admin} />
      <main className="mx-auto w-full max-w-6xl px-5 pb-16">
        <div className="flex flex-wrap items-end gap-x-3 gap-y-3 pt-6">
          <div className="mr-auto min-w-64 basis-full sm:basis-0 sm:grow">
            <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
            <p className="mt-2 max-w-[60ch] text-soft">{t('lead')}</p>
          </div>
          <a href="/library/personas" className={buttonClass('plain', 'bar')}>
            {t('personas.link')}
          </a>
          <a href="#import" className={buttonClass('plain', 'bar')}>
            {t('import.link')}
          </a>
          <a href="/edit" className={buttonClass('primary', 'bar')}>
            {t('new')}
          </a>
        </div>
        {refused !== null && (
          <p role="alert" className="mt-5 rounded-xl bg-bad-wash px-4 py-3 text-bad">
            {refusedText(t, refused, textOf(search.reason) ?? '')}
          </p>
        )}
        <Filters query={query} tags={tags} />
        <List cards={cards} all={all} />
        <NextIntlClientProvider messages={{ library: { import: texts } }}>
          <ImportForm />
        </NextIntlClientProvider>
      </main>
    </>
  );
}

type Texts = Awaited<ReturnType<typeof getTranslations<'library'>>>;

function refusedText(t: Texts, code: string, reason: string): string {
  if (code === 'badFile') return t('refused.badFile', { reason: reason.slice(0, 300) });
  if (code === 'changed' || code === 'hasErrors' || code === 'packStays') return t(`refused.${code}`);
  return t('refused.other');
}

const textOf = (value: Search[string]): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const oneOf = <T extends string>(value: Search[string], among: readonly T[]): T | null =>
  among.find((known) => known === value) ?? null;

const states: readonly LibraryState[] = ['published', 'draft', 'withdrawn', 'archived'];

const queryOf = (search: Search): LibraryQuery => ({
  find: (textOf(search.find) ?? '').slice(0, 80),
  tag: textOf(search.tag)?.slice(0, 30) ?? null,
  owner: oneOf(search.owner, ['mine', 'server', 'others']),
  state: oneOf(search.state, states),
});
