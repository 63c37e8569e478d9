import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { AccountHeader } from '../_ui/AccountHeader';
import { ActionForm } from '../_ui/ActionForm';
import { buttonClass } from '../_ui/buttonClass';
import { Field } from '../_ui/Field';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('newScenario'))('heading'),
  robots: { index: false },
});

/** Before a scenario is written: what it is called, because the address that is made of it stays. */
export default async function NewScenario() {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/edit');
  if (!may(whoOf(me), 'scenario.create')) notFound();
  const t = await getTranslations('newScenario');
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="mx-auto w-full max-w-xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('heading')}</h1>
        <p className="mt-2 mb-6 text-lg text-soft">{t('lead')}</p>
        <ActionForm action="/api/scenarios" refusals={{ other: t('refused') }} className="grid gap-4">
          <Field
            label={t('title')}
            note={t('note')}
            name="title"
            autoFocus
            required
            pattern=".*\S.*"
            maxLength={80}
            autoComplete="off"
          />
          <button type="submit" className={buttonClass('primary', 'lg', 'justify-self-start')}>
            {t('begin')}
          </button>
        </ActionForm>
        <p className="mt-8 border-t border-line pt-4">
          <a href="/library" className={buttonClass('link', 'md', '!px-0')}>
            {t('copy')}
          </a>
        </p>
      </main>
    </>
  );
}
