import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { encode } from 'uqr';
import { hashToken } from '@/server/auth/token';
import { classPage } from '@/server/catalog/classDebrief';
import { joinAddress, screenPage } from '@/server/catalog/sessions';
import { ClassDebriefView } from '../../_features/class/ClassDebriefView';
import { takenIn } from '../../_features/class/taken';
import { Screen } from '../../_features/screen/Screen';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Meanwhile', robots: { index: false } };

/** A session on the wall, for whoever has its address: lobby, the room, and in the end the class debrief. */
export default async function ScreenPage({ params, searchParams }: Props) {
  const { token } = await params;
  const page = await screenPage(hashToken(token));
  if (!page) notFound();
  const { class: words, debrief, questions, figures, screen } = await getMessages();
  if (page.view.phase === 'ended') {
    const found = await classPage(page.sessionId, takenIn(await searchParams));
    if (!found) notFound();
    const { measures, modeTitle } = debrief;
    const { linkOf } = figures;
    return (
      <main className="debrief on-the-wall mx-auto w-full max-w-[92rem] px-5 pb-24 sm:px-8">
        <NextIntlClientProvider
          messages={{ class: words, debrief: { measures, modeTitle }, questions, figures: { linkOf } }}
        >
          <ClassDebriefView page={found.debrief} needed={found.needed} />
        </NextIntlClientProvider>
      </main>
    );
  }
  const { base } = joinAddress(await headers());
  const joinUrl = `${base}/j/${page.view.code ?? ''}`;
  const qr = encode(joinUrl, { ecc: 'M', border: 0 }).data.map((row) =>
    row.map((dark) => (dark ? '1' : '0')).join(''),
  );
  return (
    <NextIntlClientProvider messages={{ screen }}>
      <Screen first={page.view} token={token} joinUrl={joinUrl} qr={qr} />
    </NextIntlClientProvider>
  );
}
