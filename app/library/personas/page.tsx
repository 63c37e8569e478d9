import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personaCards } from '@/server/catalog/personas';
import { Persona } from '../../_features/library/Persona';
import { Sources } from '../../_features/library/Sources';
import { AccountHeader } from '../../_ui/AccountHeader';
import { signedIn } from '../me';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('library.people'))('title'),
  robots: { index: false },
});

/** How the people of a scenario can behave, each figure with what it rests on. */
export default async function Personas() {
  const { name, admin } = await signedIn('/library/personas', 'scenarios.list');
  const { personas, sources } = personaCards();
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
        <h1 className="mt-2 text-3xl font-semibold tracking-tight sm:text-4xl">{t('people.title')}</h1>
        <p className="mt-3 max-w-[65ch] text-lg text-soft">{t('people.lead')}</p>
        <p className="mt-3 max-w-[65ch]">{t('people.legend')}</p>
        {(['game', 'published'] as const).map((kind) => (
          <section key={kind} className="mt-12">
            <h2 className="text-2xl font-semibold tracking-tight">{t(`people.${kind}.title`)}</h2>
            <p className="mt-2 max-w-[65ch] text-soft">{t(`people.${kind}.note`)}</p>
            <div className="mt-5 grid gap-5 lg:grid-cols-2">
              {personas
                .filter((persona) => persona.kind === kind)
                .map((persona) => (
                  <Persona key={persona.id} persona={persona} />
                ))}
            </div>
          </section>
        ))}
        <Sources sources={sources} />
      </main>
    </>
  );
}
