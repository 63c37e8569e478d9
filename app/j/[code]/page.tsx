import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type JoinPage, joinPage } from '@/server/catalog/sessions';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Field } from '../../_ui/Field';
import { SiteHeader } from '../../_ui/SiteHeader';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('join'))('title'),
  robots: { index: false },
});

/** The way into one session: a name, and what there is to agree to. */
export default async function JoinSession({ params, searchParams }: Props) {
  const page = await joinPage(decodeURIComponent((await params).code));
  if (!page) redirect('/join?refused=noSession');
  const { refused } = await searchParams;
  const t = await getTranslations('join');
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-md px-5 py-10">
        <p className="text-soft">{t('session')}</p>
        <h1 className="text-3xl font-semibold tracking-tight">{page.title}</h1>
        {page.closed === null ? (
          <TakeSeat page={page} refused={typeof refused === 'string' ? refused : null} />
        ) : (
          <p className="mt-6 rounded-xl bg-call-wash px-4 py-3 text-call">{t(`closed.${page.closed}`)}</p>
        )}
      </main>
    </>
  );
}

async function TakeSeat({ page, refused }: { page: JoinPage; refused: string | null }) {
  const t = await getTranslations('join');
  const refusals = {
    nameTaken: t('refused.nameTaken'),
    nameNeeded: t('refused.nameNeeded'),
    teamFull: t('refused.teamFull'),
    sessionEnded: t('closed.ended'),
    sessionLocked: t('closed.locked'),
    sessionFull: t('refused.sessionFull'),
    consentNeeded: t('refused.consentNeeded'),
    other: t('refused.other'),
  };
  return (
    <ActionForm action="/api/join" refusals={refusals} refused={refused} className="mt-6 grid gap-5">
      <input type="hidden" name="code" value={page.code} />
      {page.names === 'free' ? (
        <Field
          label={t('name')}
          note={t('nameNote')}
          name="name"
          autoFocus
          required
          maxLength={40}
          autoComplete="name"
        />
      ) : (
        <p className="text-soft">{t('alias')}</p>
      )}
      {page.teams && <Teams teams={page.teams} />}
      {page.consent !== '' && (
        <div>
          <div className="max-h-72 overflow-y-auto rounded-xl border border-line bg-panel px-4 py-3 text-sm whitespace-pre-line">
            {page.consent}
          </div>
          <label className="mt-3 flex min-h-11 items-center gap-3">
            <input type="checkbox" name="consent" required className="size-5 accent-mail-solid" />
            {t('consent')}
          </label>
        </div>
      )}
      <button type="submit" className={buttonClass('primary', 'lg')}>
        {t('join')}
      </button>
    </ActionForm>
  );
}

async function Teams({ teams }: { teams: NonNullable<JoinPage['teams']> }) {
  const t = await getTranslations('join');
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('team')}</legend>
      <label className="flex min-h-11 items-center gap-3">
        <input type="radio" name="team" value="" defaultChecked className="size-5 accent-mail-solid" />
        {t('newTeam')}
      </label>
      {teams.map(({ teamId, number, members, places }) => (
        <label key={teamId} className="flex min-h-11 items-center gap-3">
          <input type="radio" name="team" value={teamId} className="size-5 accent-mail-solid" />
          <span>
            {t('teamOf', { number, names: members.join(', ') })}{' '}
            <span className="text-sm text-soft">{t('places', { taken: members.length, places })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
