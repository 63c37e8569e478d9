import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { adminPage } from '@/server/catalog/accounts';
import { AuditLog } from '../_features/admin/AuditLog';
import { Users } from '../_features/admin/Users';
import { AccountHeader } from '../_ui/AccountHeader';
import { buttonClass } from '../_ui/buttonClass';
import { Field, fieldClass } from '../_ui/Field';
import { LinkMaker } from '../_ui/LinkMaker';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('title'),
  robots: { index: false },
});

/** Who has an account, the way in for somebody new, and what was done. */
export default async function Admin({ searchParams }: Props) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/admin');
  if (!may(whoOf(me), 'users.read')) notFound();
  const { before } = await searchParams;
  const page = await adminPage(/^\d{1,9}$/.test(String(before)) ? Number(before) : null);
  const t = await getTranslations('admin');
  return (
    <>
      <AccountHeader name={me.name} admin />
      <main className="mx-auto w-full max-w-6xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <Invite />
        <Users users={page.users} me={me.accountId} />
        <AuditLog log={page.log} older={page.older} />
      </main>
    </>
  );
}

async function Invite() {
  const t = await getTranslations('admin');
  return (
    <section className="mt-8 max-w-3xl">
      <h2 className="text-xl font-semibold">{t('invite.title')}</h2>
      <p className="mt-1 mb-4 text-soft">{t('invite.note')}</p>
      <LinkMaker
        action="/api/admin/invite"
        texts={{ link: t('link'), copy: t('copy'), copied: t('copied'), note: t('linkNote') }}
        refusals={{ other: t('failed') }}
        className="grid items-end gap-4 sm:grid-cols-[1fr_auto_auto]"
      >
        <Field label={t('email')} name="email" type="email" autoComplete="off" required />
        <div>
          <label htmlFor="invite-role" className="mb-1 block font-medium">
            {t('role')}
          </label>
          <select id="invite-role" name="role" className={fieldClass} defaultValue="facilitator">
            <option value="facilitator">{t('roles.facilitator')}</option>
            <option value="admin">{t('roles.admin')}</option>
          </select>
        </div>
        <button type="submit" className={buttonClass('primary', 'md', 'min-h-11')}>
          {t('invite.submit')}
        </button>
      </LinkMaker>
    </section>
  );
}
