import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { typedSeed } from '@/core/contract/ids';
import { listScenarios, usualMission } from '@/server/catalog/scenarios';
import { Choices } from '../_features/plan/Choices';
import { KnownLuck } from '../_features/plan/KnownLuck';
import { SiteHeader } from '../_ui/SiteHeader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('try'))('title'),
});

/** Before a scenario is played alone: in which mode first. */
export default async function TryPage({ searchParams }: Props) {
  const t = await getTranslations('try');
  const { scenario = usualMission, seed } = await searchParams;
  const known = typedSeed.safeParse(seed).data;
  const wanted = (await listScenarios()).find(({ slug }) => slug === scenario);
  if (!wanted) notFound();
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        <p className="pt-6 text-soft">{wanted.title}</p>
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-3 max-w-[60ch] text-lg text-soft">{t('lead', { minutes: wanted.playMin * 2 })}</p>
        {known !== undefined && <KnownLuck scenario={wanted.slug} seed={known} />}
        <Choices scenario={wanted.slug} twin={wanted.twin} seed={known} />
      </main>
    </>
  );
}
