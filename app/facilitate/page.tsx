import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { ownSessions } from '@/server/catalog/sessions';
import { AccountHeader } from '../_ui/AccountHeader';
import { buttonClass } from '../_ui/buttonClass';
import { fieldClass } from '../_ui/Field';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('facilitate'))('title'),
  robots: { index: false },
});

/** The home of a facilitator: one's own sessions. */
export default async function Facilitate({ searchParams }: Props) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect('/sign-in?to=/facilitate');
  if (!may(whoOf(me), 'sessions.list')) notFound();
  const { find } = await searchParams;
  const wanted = typeof find === 'string' ? find.trim().slice(0, 80) : '';
  const sessions = await ownSessions(me.accountId, wanted);
  const t = await getTranslations('facilitate');
  const none = sessions.length === 0 && wanted === '';
  const begin = (
    <div className="flex flex-wrap gap-3">
      <a href="/facilitate/new" className={buttonClass('primary', 'lg')}>
        {t('new')}
      </a>
      {may(whoOf(me), 'scenario.create') && (
        <a href="/edit" className={buttonClass('plain', 'lg')}>
          {t('write')}
        </a>
      )}
    </div>
  );
  return (
    <>
      <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} />
      <main className="mx-auto w-full max-w-6xl px-5 pb-16">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3 pt-6">
          <h1 className="mr-auto text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
          {!none && begin}
        </div>
        {none ? (
          <>
            <p className="mt-6 mb-8 max-w-[60ch] text-lg text-soft">{t('empty')}</p>
            {begin}
          </>
        ) : (
          <>
            <form className="mt-6 flex max-w-md gap-2">
              <input
                type="search"
                name="find"
                defaultValue={wanted}
                aria-label={t('find')}
                placeholder={t('findNote')}
                className={fieldClass}
              />
              <button type="submit" className={buttonClass('plain')}>
                {t('search')}
              </button>
            </form>
            <Sessions sessions={sessions} />
          </>
        )}
      </main>
    </>
  );
}

async function Sessions({ sessions }: { sessions: Awaited<ReturnType<typeof ownSessions>> }) {
  const t = await getTranslations('facilitate');
  const format = await getFormatter();
  if (sessions.length === 0) return <p className="mt-6 text-soft">{t('none')}</p>;
  return (
    <ul className="mt-6 divide-y divide-line border-y border-line">
      {sessions.map((s) => {
        const state = s.endedAt !== null ? 'ended' : s.startedAt !== null ? 'open' : 'lobby';
        return (
          <li
            key={s.sessionId}
            className="relative grid gap-x-6 gap-y-1 py-4 hover:bg-well sm:grid-cols-[1fr_auto] sm:px-3"
          >
            <div>
              <a
                href={`/facilitate/${s.sessionId}`}
                className="text-lg font-semibold after:absolute after:inset-0"
              >
                {s.title}
              </a>
              <p className="text-soft">{s.scenario.title}</p>
            </div>
            <p className="tabular text-sm text-soft sm:text-right">
              <span className={state === 'open' ? 'font-semibold text-desk' : ''}>{t(`state.${state}`)}</span>
              {' · '}
              {t('teams', { n: s.teams })}
              {s.code !== null && state !== 'ended' && ` · ${s.code}`}
              <br />
              {t('opened', {
                date: format.dateTime(s.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
              })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
