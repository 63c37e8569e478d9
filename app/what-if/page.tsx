import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { colleagues, type Question, type StudyMission, type StudyPoint } from '@/core/contract/whatIf';
import { questionFrom } from '@/core/contract/whatIfQuestion';
import { deviceToken } from '@/server/auth/device';
import { allowed, may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { hashToken } from '@/server/auth/token';
import { sessionRow } from '@/server/catalog/sessions';
import { groupStudy, ownStudy, studyChoices, studyScenario } from '@/server/catalog/whatIf';
import { OwnSimulatePanel } from '../_features/simulate/SimulatePanel';
import { WhatIf } from '../_features/what-if/WhatIf';
import { AccountHeader } from '../_ui/AccountHeader';
import { SiteHeader } from '../_ui/SiteHeader';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('whatIf'))('title'),
});

/** What would happen with more requests, slower mail, busier people: for everybody, about a mission that hides nothing from them. */
export default async function WhatIfPage({ searchParams }: Props) {
  const query = await searchParams;
  const cookie = (await headers()).get('cookie');
  const me = await sharedAccounts().current(cookie);
  const { question, mission, choices, points, closed } = await pageOf(query, cookie);
  const t = await getTranslations('whatIf');
  const { whatIf, simulate } = await getMessages();
  return (
    <>
      {me ? <AccountHeader name={me.name} admin={may(whoOf(me), 'users.read')} /> : <SiteHeader />}
      <main className="mx-auto w-full max-w-6xl px-5 pb-20">
        <h1 className="pt-4 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-[70ch] text-lg text-soft">{t('lead')}</p>
        {closed && <p className="mt-4 max-w-[70ch] rounded-xl bg-mail-wash px-4 py-3">{t('closed')}</p>}
        <NextIntlClientProvider messages={{ whatIf, simulate }}>
          <WhatIf key={question.scenario} {...{ question, mission, choices, points }} />
          {mission.kind === 'scenario' && (
            <div className="mt-14 border-t border-line pt-8">
              <OwnSimulatePanel scenario={mission.scenario} />
            </div>
          )}
        </NextIntlClientProvider>
      </main>
    </>
  );
}

/** What this visitor may study. A scenario that is not theirs to look into is answered like one that is not there. */
async function pageOf(query: Query, cookie: string | null) {
  const me = await sharedAccounts().current(cookie);
  const who = whoOf(me);
  const token = deviceToken(cookie ?? undefined);
  const own = await named(query.run, (seat) => ownStudy(seat, token && hashToken(token)));
  const group = await named(query.session, async (id) => {
    const session = allowed(who, 'session.watch', await sessionRow(id));
    return session && groupStudy(session.sessionId);
  });
  const asked = questionFrom({ scenario: own?.scenario.slug ?? group?.slug, ...query });
  const mine =
    own?.scenario.slug === asked.scenario &&
    may({ role: 'participant', seatId: own.seatId }, 'scenario.study', own);
  const scenario = mine
    ? own.scenario
    : asked.scenario !== colleagues
      ? await studyScenario(who, asked.scenario)
      : null;
  const closed = asked.scenario !== colleagues && !scenario;
  const question: Question = closed ? { ...asked, scenario: colleagues, settings: {} } : asked;
  const mission: StudyMission = scenario ? { kind: 'scenario', scenario } : { kind: 'colleagues' };
  const played: StudyPoint[] = [
    ...(own && mine ? own.points : []),
    ...(group?.slug === scenario?.slug ? (group?.points ?? []) : []),
  ];
  const open = await studyChoices(who);
  const { slug = '', title = '' } = mine ? own.scenario : {};
  const choices = mine && !open.some((c) => c.slug === slug) ? [...open, { slug, title }] : open;
  return { question, mission, choices, points: played, closed };
}

const named = <T,>(id: Query[string], find: (id: string) => Promise<T | null>): Promise<T | null> =>
  typeof id === 'string' && id.length <= 64 ? find(id) : Promise.resolve(null);
