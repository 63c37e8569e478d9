import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { libraryCard } from '@/server/catalog/library';
import { compare, type Side } from '@/server/catalog/scenarioVersions';
import { Differences } from '../../../_features/library/Differences';
import { AccountHeader } from '../../../_ui/AccountHeader';
import { signedIn } from '../../me';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('library'))('title'),
  robots: { index: false },
});

/** What one version says otherwise than another, or than the draft. */
export default async function Compare({ params, searchParams }: Props) {
  const { slug } = await params;
  const { before, after } = await searchParams;
  const [a, b] = [sideOf(before), sideOf(after)];
  const query = new URLSearchParams({ before: String(before), after: String(after) });
  const { name, admin, who } = await signedIn(`/library/${slug}/compare?${query}`, 'scenarios.list');
  const card = await libraryCard(who, slug);
  const differences = a && b && (await compare(who, { slug, before: a, after: b }));
  if (!card || !a || !b || !differences) notFound();
  const t = await getTranslations('library.compare');
  const words = (side: Side) => (side === 'draft' ? t('draft') : t('version', { n: side }));
  return (
    <>
      <AccountHeader name={name} admin={admin} />
      <main className="mx-auto w-full max-w-6xl px-5 pb-20">
        <p className="pt-6">
          <a href={`/library/${slug}`} className="text-mail underline underline-offset-4">
            {card.title}
          </a>
        </p>
        <h1 className="mt-2 text-3xl font-semibold tracking-tight break-words">
          {t('title', { title: card.title })}
        </h1>
        <p className="mt-3 text-lg text-soft">
          {t('lead', { before: words(a), after: words(b), n: differences.length })}
        </p>
        {differences.length > 0 && <Differences differences={differences} />}
      </main>
    </>
  );
}

function sideOf(value: string | string[] | undefined): Side | null {
  if (value === 'draft') return 'draft';
  return typeof value === 'string' && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : null;
}
