import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { signInList } from '@/server/catalog/accounts';
import { SignIns } from '../_features/account/SignIns';
import { AccountHeader } from '../_ui/AccountHeader';
import { ActionForm } from '../_ui/ActionForm';
import { buttonClass } from '../_ui/buttonClass';
import { Field } from '../_ui/Field';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('title'),
  robots: { index: false },
});

/** One's own account: who one is, the password, and where one is signed in. */
export default async function Account({ searchParams }: Props) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/account');
  const t = await getTranslations('account');
  const { done, refused } = await searchParams;
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-2 text-lg text-soft break-words">{t(`who.${me.role}`, { email: me.email })}</p>
        {done === 'password' && (
          <p role="status" className="mt-6 rounded-xl bg-desk-wash px-4 py-3 text-desk">
            {t('passwordChanged')}
          </p>
        )}
        <ChangePassword email={me.email} refused={typeof refused === 'string' ? refused : null} />
        <SignIns list={await signInList(me.accountId)} here={me.signInId} />
      </main>
    </>
  );
}

async function ChangePassword({ email, refused }: { email: string; refused: string | null }) {
  const t = await getTranslations('account');
  const refusals = {
    wrongPassword: t('refused.wrongPassword'),
    weakPassword: t('refused.weakPassword'),
    tooManyTries: t('refused.tooManyTries'),
    other: t('refused.other'),
  };
  return (
    <section className="mt-10 max-w-md">
      <h2 className="mb-4 text-xl font-semibold">{t('changePassword')}</h2>
      <ActionForm action="/api/account/password" refusals={refusals} refused={refused} className="grid gap-4">
        {/* Password managers ask whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label={t('current')} name="current" type="password" autoComplete="current-password" required />
        <Field
          label={t('next')}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
          required
          note={t('nextNote')}
        />
        <button type="submit" className={buttonClass('primary', 'md', 'justify-self-start')}>
          {t('changePassword')}
        </button>
      </ActionForm>
    </section>
  );
}
