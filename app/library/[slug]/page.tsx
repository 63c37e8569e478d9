import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { estimateOf } from '@/server/catalog/estimate';
import { libraryCard } from '@/server/catalog/library';
import { readableScenario, versionsFor } from '@/server/catalog/scenarioVersions';
import { About } from '../../_features/library/About';
import { Estimate } from '../../_features/library/Estimate';
import { Manage } from '../../_features/library/Manage';
import { Teaching } from '../../_features/library/Teaching';
import { TopActions } from '../../_features/library/TopActions';
import { Versions } from '../../_features/library/Versions';
import { WhoSees } from '../../_features/library/WhoSees';
import { AccountHeader } from '../../_ui/AccountHeader';
import { signedIn } from '../me';

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('library'))('title'),
  robots: { index: false },
});

/** One scenario: what it shows and asks, how long it takes, its versions, and what whoever looks after it can do. */
export default async function LibraryScenario({ params }: Props) {
  const { slug } = await params;
  const { name, admin, who } = await signedIn(`/library/${slug}`, 'scenarios.list');
  const card = await libraryCard(who, slug);
  if (!card) notFound();
  const versions = await versionsFor(who, slug);
  const scenario = await readableScenario(who, slug);
  const t = await getTranslations('library');
  return (
    <>
      <AccountHeader name={name} admin={admin} />
      <main className="mx-auto w-full max-w-6xl px-5 pb-20">
        <p className="pt-6">
          <a href="/library" className="text-mail underline underline-offset-4">
            {t('back')}
          </a>
        </p>
        <h1 className="mt-2 text-3xl font-semibold tracking-tight break-words sm:text-4xl">{card.title}</h1>
        {card.summary !== '' && <p className="mt-3 max-w-[60ch] text-lg text-soft">{card.summary}</p>}
        <TopActions card={card} />
        {card.mayManage && card.state !== 'archived' && <WhoSees card={card} />}
        <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[1fr_21rem]">
          <div className="min-w-0 space-y-10">
            <Teaching card={card} />
            {scenario && <Estimate estimate={await estimateOf(scenario)} planned={scenario.playMin} />}
            <Versions card={card} versions={versions} />
          </div>
          <div className="min-w-0 space-y-10">
            <About card={card} />
            {card.mayManage && <Manage card={card} />}
          </div>
        </div>
      </main>
    </>
  );
}
