import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deviceCookie } from '@/server/auth/device';
import { hashToken } from '@/server/auth/token';
import { betweenPage, type Outcome } from '@/server/catalog/between';
import { Prediction } from '../../_features/plan/Prediction';
import { buttonClass } from '../../_ui/buttonClass';
import { PostForm } from '../../_ui/PostForm';
import { SiteHeader } from '../../_ui/SiteHeader';

type Props = {
  params: Promise<{ seat: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('between'))('title'),
  robots: { index: false },
});

/** Between two runs: what came of the first, what the player expects of the second, and its beginning. */
export default async function Between({ params, searchParams }: Props) {
  const token = (await cookies()).get(deviceCookie)?.value;
  const page = await betweenPage((await params).seat, token ? hashToken(token) : null);
  if (!page) notFound();
  const { seat, step, last, next } = page;
  if (step.at === 'ended') redirect(`/debrief/${seat}`);
  if (step.at !== 'predict' || !last || !next) redirect(`/play/${seat}`);
  const refused = (await searchParams).refused !== undefined;
  const t = await getTranslations('between');
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        {refused && (
          <p role="alert" className="rounded-xl bg-call-wash px-4 py-3 text-call">
            {t('refused')}
          </p>
        )}
        <p className="pt-6 text-soft">{page.title}</p>
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">
          {t('heading', { k: step.k - 1, n: step.n })}
        </h1>
        <OutcomeText last={last} />
        <h2 className="mt-10 text-xl font-semibold">{t(`${page.predict ? 'ask' : 'plain'}.${next}`)}</h2>
        {page.predict && <p className="mt-1 max-w-[60ch] text-soft">{t('askNote')}</p>}
        <PostForm action="/api/next" refusedAt={`/between/${seat}`}>
          <input type="hidden" name="seat" value={seat} />
          <input type="hidden" name="run" value={step.k} />
          {page.predict && <Prediction mode={last.mode} measures={last.measures} />}
          <p className="mt-8 text-sm text-soft">
            {page.twin === null ? t('luck') : t('twin', { title: page.twin })}
          </p>
          <button type="submit" className={buttonClass('primary', 'lg', 'mt-3 w-full text-lg sm:w-auto')}>
            {t(`start.${next}`, { k: step.k })}
          </button>
        </PostForm>
      </main>
    </>
  );
}

async function OutcomeText({ last }: { last: Outcome }) {
  const t = await getTranslations('between');
  const { answers, required, measures, mode } = last;
  return (
    <p className="tabular mt-3 max-w-[55ch] text-lg">
      {t(`outcome.${mode}`, {
        answers,
        required,
        cards: measures.deskDone ?? 0,
        most: measures.inFlightMax ?? 0,
        minutes: Math.round((measures.blockedTime ?? 0) / 60_000),
      })}
    </p>
  );
}
