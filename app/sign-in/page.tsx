import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { sharedAccounts } from '@/server/auth/shared';
import { ActionForm } from '../_ui/ActionForm';
import { buttonClass } from '../_ui/buttonClass';
import { Field } from '../_ui/Field';
import { SiteHeader } from '../_ui/SiteHeader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('signIn'))('title'),
});

/** For facilitators and admins; participants need no account. */
export default async function SignIn({ searchParams }: Props) {
  const { to, refused } = await searchParams;
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (me) redirect('/facilitate');
  const t = await getTranslations('signIn');
  const refusals = {
    wrongSignIn: t('refused.wrongSignIn'),
    tooManyTries: t('refused.tooManyTries'),
    other: t('refused.other'),
  };
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-md px-5 py-10">
        <h1 className="text-3xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-2 mb-6 text-soft">{t('lead')}</p>
        <ActionForm
          action="/api/account/sign-in"
          refusals={refusals}
          refused={typeof refused === 'string' && refused !== 'signInFirst' ? refused : null}
          className="grid gap-4"
        >
          {typeof to === 'string' && <input type="hidden" name="to" value={to} />}
          <Field label={t('email')} name="email" type="email" autoComplete="username" required />
          <Field
            label={t('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <button type="submit" className={buttonClass('primary', 'lg')}>
            {t('submit')}
          </button>
        </ActionForm>
        <p className="mt-6 text-sm text-soft">{t('forgotten')}</p>
      </main>
    </>
  );
}
