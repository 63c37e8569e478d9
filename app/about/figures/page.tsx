import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personaLibrary } from '@/server/catalog/personaLibrary';
import { rulesOf } from '@/server/catalog/ruleBook';
import { FiguresPage } from '../../_features/figures/FiguresPage';
import { namedRules } from '../../_features/figures/grounds';
import { SiteHeader } from '../../_ui/SiteHeader';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('figures'))('title'),
});

export default async function Figures() {
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-6xl px-5 pb-20">
        <FiguresPage personas={personaLibrary()} rules={await rulesOf(namedRules)} />
      </main>
    </>
  );
}
