import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { deviceCookie } from '@/server/auth/device';
import { hashToken } from '@/server/auth/token';
import { playPage } from '@/server/catalog/play';
import { Play } from '../../_features/play/Play';
import { Prose } from '../../_ui/Prose';
import { draftPlayed } from '../../edit/draftPlayed';

type Props = { params: Promise<{ seat: string }> };

const read = async ({ params }: Props) => {
  const token = (await cookies()).get(deviceCookie)?.value;
  return playPage((await params).seat, token ? hashToken(token) : null);
};

export const metadata: Metadata = { robots: { index: false } };

/** One seat's run. Unknown seats and other people's look the same: nothing here. */
export default async function PlayPage(props: Props) {
  const page = await read(props);
  if (!page) notFound();
  const { play } = await getMessages();
  const { run } = page.snapshot.view;
  return (
    <NextIntlClientProvider messages={{ play }}>
      <Play {...page} draft={await draftPlayed(run.scenario)} story={<Prose>{run.brief.story}</Prose>} />
    </NextIntlClientProvider>
  );
}
