import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { encode } from 'uqr';
import { allowed, may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { boardOf, joinAddress, sessionRow } from '@/server/catalog/sessions';
import { Board } from '../../_features/board/Board';
import { AccountHeader } from '../../_ui/AccountHeader';

type Props = { params: Promise<{ session: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const session = await ownSession(await params);
  return { title: session?.title ?? '', robots: { index: false } };
};

/** Somebody else's session and one that is not there look the same. */
async function ownSession({ session }: { session: string }) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  return me ? allowed(whoOf(me), 'session.watch', await sessionRow(session)) : null;
}

/** The board of a session, for those who lead it. */
export default async function SessionBoard({ params }: Props) {
  const asked = await params;
  const head = await headers();
  const me = await sharedAccounts().current(head.get('cookie'));
  if (!me) redirect(`/sign-in?to=/facilitate/${asked.session}`);
  const session = await ownSession(asked);
  const view = session && (await boardOf(session.sessionId));
  if (!view) notFound();
  const { base, reach, others } = joinAddress(head);
  const joinUrl = `${base}/j/${view.code ?? ''}`;
  const { board } = await getMessages();
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="large-screen mx-auto w-full max-w-6xl px-5 pb-24">
        <NextIntlClientProvider messages={{ board }}>
          <Board board={view} way={{ joinUrl, qr: codeRows(joinUrl), reach, others }} />
        </NextIntlClientProvider>
      </main>
    </>
  );
}

const codeRows = (text: string): string[] =>
  encode(text, { ecc: 'M', border: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
