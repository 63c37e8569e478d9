import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { DebriefPage } from '@/core/contract/debrief';
import { deviceCookie } from '@/server/auth/device';
import { hashToken } from '@/server/auth/token';
import { debriefPage } from '@/server/catalog/debrief';
import { playAgain } from '@/server/catalog/playAgain';
import { CarefulSection } from '../../_features/debrief/CarefulSection';
import { DraftOnward } from '../../_features/debrief/DraftOnward';
import { Findings } from '../../_features/debrief/Findings';
import { Headline } from '../../_features/debrief/Headline';
import { Measures } from '../../_features/debrief/Measures';
import { Onward } from '../../_features/debrief/Onward';
import { RevealSection } from '../../_features/debrief/RevealSection';
import { Timeline } from '../../_features/debrief/Timeline';
import { Promises } from '../../_features/promises/Promises';
import { figureHref } from '../../_lib/figures';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { FigureLink } from '../../_ui/FigureLink';
import { SiteHeader } from '../../_ui/SiteHeader';
import { draftPlayed } from '../../edit/draftPlayed';

type Props = { params: Promise<{ seat: string }> };

export const metadata: Metadata = { title: 'Debrief', robots: { index: false } };

/** What came of a plan: in a picture, in measures, and what everybody was really doing. */
export default async function DebriefRoute({ params }: Props) {
  const token = (await cookies()).get(deviceCookie)?.value;
  const page = await debriefPage((await params).seat, token ? hashToken(token) : null);
  if (!page) notFound();
  const { debrief } = await getMessages();
  return (
    <>
      <SiteHeader wide />
      <main className="debrief mx-auto w-full max-w-[110rem] px-4 pb-20 sm:px-6">
        <NextIntlClientProvider messages={{ debrief }}>
          {page.runs.length > 0 ? <Debrief page={page} /> : <NotYet seat={page.seat} />}
        </NextIntlClientProvider>
      </main>
    </>
  );
}

async function NotYet({ seat }: { seat: string }) {
  const t = await getTranslations('debrief');
  return (
    <>
      <h1 className="pt-6 text-3xl font-semibold tracking-tight">{t('title')}</h1>
      <p className="mt-3 text-lg text-soft">{t('notYet')}</p>
      <a href={`/play/${seat}`} className={buttonClass('primary', 'md', 'mt-5')}>
        {t('goOn')}
      </a>
    </>
  );
}

async function Debrief({ page }: { page: DebriefPage }) {
  const t = await getTranslations('debrief');
  const whatIf = await getTranslations('whatIf');
  const { runs, seat } = page;
  const [first] = runs;
  const open = page.revealed;
  if (!first) return null;
  const draft = await draftPlayed(first.scenario.slug);
  return (
    <>
      {draft !== null && (
        <p className="pt-2 print:hidden">
          <a href={`/edit/${draft}`} className="text-mail underline underline-offset-4">
            {t('draft.back')}
          </a>
        </p>
      )}
      <Headline page={page} />
      {page.owed && (
        <p className="mt-6 flex flex-wrap items-center gap-4 rounded-xl bg-mail-wash px-4 py-3 print:hidden">
          {t('questions.lead')}
          <a href={`/questions/${seat}?which=after`} className={buttonClass('primary')}>
            {t('questions.go')}
          </a>
        </p>
      )}
      <section className="mt-8" aria-labelledby="timeline">
        <h2 id="timeline" className="mb-3 text-2xl font-semibold tracking-tight">
          {t('timeline.title')}
        </h2>
        <Timeline views={runs} reveal={false} title={t('timeline.title')} />
        <FigureLink href={figureHref('waits')} className="mt-2" />
      </section>
      <Measures page={page} />
      {open && (
        <div className="max-w-6xl">
          <Promises seat={seat} views={page.promises} />
          <Findings view={first} />
        </div>
      )}
      {open ? (
        <RevealSection views={runs} />
      ) : (
        <p className="mt-12 max-w-[65ch] text-soft">
          {t(page.inSession ? 'reveal.closedSession' : 'reveal.closed')}
        </p>
      )}
      {open && <CarefulSection runs={runs} />}
      {open && (
        <p className="mt-10 max-w-[65ch] print:hidden">
          <a href={`/what-if?run=${seat}`} className={buttonClass('link', 'md', '!px-0')}>
            {whatIf('fromDebrief')}
          </a>
          <span className="block text-soft">{whatIf('fromDebriefNote')}</span>
        </p>
      )}
      {draft !== null && <DraftOnward seat={seat} draft={draft} mode={first.mode} />}
      {draft === null && !page.inSession && <Onward seat={seat} {...(await playAgain(first))} />}
      <details className="mt-12 max-w-[65ch] print:hidden">
        <summary className="min-h-11 cursor-pointer py-2 text-soft">{t('erase.title')}</summary>
        <ActionForm action="/api/erase" refusals={{ other: t('erase.refused') }} className="pt-1">
          <input type="hidden" name="seat" value={seat} />
          <p>{t(page.inSession ? 'erase.session' : 'erase.solo')}</p>
          <button type="submit" className={buttonClass('danger', 'lg', 'mt-3')}>
            {t('erase.do')}
          </button>
        </ActionForm>
      </details>
    </>
  );
}
