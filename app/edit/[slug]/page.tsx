import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { draftFor } from '@/server/catalog/authoring';
import { scenarioTemplate } from '@/server/catalog/scenarioTemplate';
import { AccountHeader } from '../../_ui/AccountHeader';
import { Workbench } from './Workbench';

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('editor'))('pageTitle'),
  robots: { index: false },
});

/** Where a scenario is written. Somebody else's and an absent one look the same: nothing here. */
export default async function EditPage({ params }: Props) {
  const { slug } = await params;
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect(`/sign-in?to=/edit/${encodeURIComponent(slug)}`);
  const draft = await draftFor(whoOf(me), slug);
  if (!draft) notFound();
  const { editor, simulate } = await getMessages();
  const { doc, rev, savedAt, versions, asPublished, head } = draft;
  const { visibility, owner } = head;
  const audience = visibility === 'private' && owner !== me.accountId ? 'author' : visibility;
  const published = Math.max(0, ...versions.map(({ version }) => version)) || null;
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} frame="max-w-[90rem] px-5" />
      <NextIntlClientProvider messages={{ editor, simulate }}>
        <Workbench
          open={{ slug, doc, rev, savedAt, published, asPublished, audience }}
          template={scenarioTemplate}
        />
      </NextIntlClientProvider>
    </>
  );
}
