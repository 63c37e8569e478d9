import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkForm } from '../_features/account/LinkForm';
import { SiteHeader } from '../_ui/SiteHeader';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('link'))('title'),
  robots: { index: false },
});

/** Where a one-time link leads: a password for a new account, or a new one. */
export default async function Link() {
  const t = await getTranslations('link');
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-md px-5 py-10">
        <LinkForm
          texts={{
            working: t('working'),
            title: t('title'),
            newTitle: t('newTitle'),
            resetTitle: t('resetTitle'),
            gone: t('gone'),
            goneNote: t('goneNote'),
            signIn: t('signIn'),
            email: t('email'),
            name: t('name'),
            nameNote: t('nameNote'),
            password: t('password'),
            passwordNote: t('passwordNote'),
            create: t('create'),
            reset: t('reset'),
          }}
          refusals={{
            linkGone: t('refused.linkGone'),
            weakPassword: t('refused.weakPassword'),
            invalid: t('refused.invalid'),
            other: t('refused.other'),
          }}
        />
        <noscript>{t('noScripts')}</noscript>
      </main>
    </>
  );
}
