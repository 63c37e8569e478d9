import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { allowed, may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { classPage } from '@/server/catalog/classDebrief';
import { sessionRow } from '@/server/catalog/sessions';
import { ClassDebriefView } from '../../../_features/class/ClassDebriefView';
import { takenIn } from '../../../_features/class/taken';
import { AccountHeader } from '../../../_ui/AccountHeader';
import { buttonClass } from '../../../_ui/buttonClass';

type Props = {
  params: Promise<{ session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Class debrief', robots: { index: false } };

/** What a session came to, for the whole room, led by whoever leads it. */
export default async function ClassDebriefPage({ params, searchParams }: Props) {
  const { session: asked } = await params;
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect(`/sign-in?to=/facilitate/${asked}/debrief`);
  const session = allowed(whoOf(me), 'session.watch', await sessionRow(asked));
  const page = session && (await classPage(session.sessionId, takenIn(await searchParams)));
  if (!page) notFound();
  const t = await getTranslations('class');
  const whatIf = await getTranslations('whatIf');
  const { class: words, debrief, questions, figures } = await getMessages();
  const { linkOf } = figures;
  const { measures, modeTitle } = debrief;
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} frame="max-w-[92rem] px-5 sm:px-8" />
      <main className="debrief large-screen mx-auto w-full max-w-[92rem] px-5 pb-24 sm:px-8">
        <NextIntlClientProvider
          messages={{ class: words, debrief: { measures, modeTitle }, questions, figures: { linkOf } }}
        >
          <ClassDebriefView page={page.debrief} needed={page.needed} />
        </NextIntlClientProvider>
        <p className="mt-12 flex flex-wrap gap-3 print:hidden">
          <a href={`/facilitate/${asked}`} className={buttonClass('primary', 'lg')}>
            {t('board')}
          </a>
          <a href={`/what-if?session=${asked}`} className={buttonClass('plain', 'lg')}>
            {whatIf('fromClass')}
          </a>
          <a href={`/api/sessions/${asked}/export.zip`} className={buttonClass('plain', 'lg')}>
            {t('export.zip')}
          </a>
          <a href={`/api/sessions/${asked}/export.zip?names=no`} className={buttonClass('plain', 'lg')}>
            {t('export.anonymous')}
          </a>
          <a href={`/api/sessions/${asked}/export.json`} className={buttonClass('quiet', 'lg')}>
            {t('export.json')}
          </a>
        </p>
      </main>
    </>
  );
}
