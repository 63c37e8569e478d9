import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { AccountHeader } from '../_ui/AccountHeader';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('facilitate'))('title'),
  robots: { index: false },
});

/** The home of a facilitator: one's own sessions. */
export default async function Facilitate() {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/facilitate');
  if (!may(whoOf(me), 'sessions.list')) notFound();
  const t = await getTranslations('facilitate');
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="mx-auto w-full max-w-6xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-3 max-w-[60ch] text-lg text-soft">{t('empty')}</p>
      </main>
    </>
  );
}
