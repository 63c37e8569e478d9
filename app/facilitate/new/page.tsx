import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { allowed, may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { listScenarios, usualMission } from '@/server/catalog/scenarios';
import { boardOf, sessionRow } from '@/server/catalog/sessions';
import { SessionForm } from '../../_features/session/SessionForm';
import { AccountHeader } from '../../_ui/AccountHeader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('facilitate.form'))('title'),
  robots: { index: false },
});

/** What a facilitator chooses before people come. Everything has a choice already that fits most rooms. */
export default async function NewSession({ searchParams }: Props) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/facilitate/new');
  if (!may(whoOf(me), 'session.create')) notFound();
  const t = await getTranslations('facilitate.form');
  const format = await getFormatter();
  const { refused, like, scenario } = await searchParams;
  const past = typeof like === 'string' ? allowed(whoOf(me), 'session.watch', await sessionRow(like)) : null;
  const board = past && (await boardOf(past.sessionId));
  const name = t('defaultName', { date: format.dateTime(Date.now(), { day: 'numeric', month: 'long' }) });
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="mx-auto w-full max-w-3xl px-5 pb-20">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <SessionForm
          missions={await listScenarios(whoOf(me))}
          name={board?.title ?? name}
          like={board && { scenario: board.scenario.slug, settings: board.settings }}
          chosen={typeof scenario === 'string' ? scenario : usualMission}
          refused={typeof refused === 'string' ? refused : null}
        />
      </main>
    </>
  );
}
