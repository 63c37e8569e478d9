import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { DebriefView } from '@/core/contract/debrief';
import { deviceCookie } from '@/server/auth/device';
import { hashToken } from '@/server/auth/token';
import { debriefPage } from '@/server/catalog/debrief';
import { Findings } from '../../_features/debrief/Findings';
import { MeasureTable } from '../../_features/debrief/MeasureTable';
import { RevealSection } from '../../_features/debrief/RevealSection';
import { Timeline } from '../../_features/debrief/Timeline';
import { clockText, spanText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { SiteHeader } from '../../_ui/SiteHeader';

type Props = { params: Promise<{ seat: string }> };

export const metadata: Metadata = { title: 'Debrief', robots: { index: false } };

/** What came of a run: in one sentence, in a picture, in measures, and what everybody was really doing. */
export default async function DebriefRoute({ params }: Props) {
  const token = (await cookies()).get(deviceCookie)?.value;
  const page = await debriefPage((await params).seat, token ? hashToken(token) : null);
  if (!page) notFound();
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-6xl px-5 pb-20">
        {page.runs[0] ? <Debrief seat={page.seat} view={page.runs[0]} /> : <NotYet seat={page.seat} />}
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

async function Debrief({ seat, view }: { seat: string; view: DebriefView }) {
  const t = await getTranslations('debrief');
  return (
    <>
      <header className="pt-6">
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-1 text-soft">
          {view.scenario.title} · {t(`mode.${view.mode}`)} · {clockText(view.start, 0)}–
          {clockText(view.start, view.endMs)}
        </p>
        <p className="mt-5 max-w-[50ch] text-xl leading-snug sm:text-2xl">{await summary(view)}</p>
      </header>
      <section className="mt-10">
        <h2 className="mb-3 text-2xl font-semibold tracking-tight">{t('timeline.title')}</h2>
        <Timeline view={view} reveal={null} title={t('timeline.title')} />
      </section>
      <Findings view={view} />
      {view.reveal ? (
        <RevealSection view={view} reveal={view.reveal} />
      ) : (
        <p className="mt-12 text-soft">{t('reveal.closed')}</p>
      )}
      <section className="mt-14">
        <h2 className="text-2xl font-semibold tracking-tight">{t('measures.title')}</h2>
        <p className="mt-1 mb-2 text-sm text-soft">{await clockNote(view)}</p>
        <MeasureTable measures={view.measures} />
      </section>
      <Onward seat={seat} slug={view.scenario.slug} />
    </>
  );
}

/** The run in one sentence. */
async function summary(view: DebriefView): Promise<string> {
  const t = await getTranslations('debrief');
  const required = view.requests.filter((r) => r.required);
  const done = required.filter((r) => r.state === 'answered').length;
  return t('summary', {
    solved: done === required.length ? 'yes' : 'no',
    done,
    all: required.length,
    span: spanText(view.measures.completionTime ?? view.endMs),
    most: view.measures.inFlightMax ?? 0,
    cards: view.measures.deskDone ?? 0,
  });
}

/** Which clock ran, and how long the person wrote and read in real time: felt is not measured. */
async function clockNote(view: DebriefView): Promise<string> {
  const t = await getTranslations('debrief.clock');
  const which = view.clock.kind === 'scene' ? t('scene') : t('constant', { rate: view.clock.rate });
  const seconds = (ms: number) => Math.round(ms / 1_000);
  return `${which} ${t('felt', { writing: seconds(view.felt.writingMs), reading: seconds(view.felt.readingMs) })}`;
}

async function Onward({ seat, slug }: { seat: string; slug: string }) {
  const t = await getTranslations('debrief.onward');
  return (
    <footer className="mt-12 flex flex-wrap items-center gap-3 border-t border-line pt-6">
      <form method="post" action="/api/solo">
        <input type="hidden" name="scenario" value={slug} />
        <button type="submit" className={buttonClass('primary')}>
          {t('again')}
        </button>
      </form>
      <a href="/scenarios" className={buttonClass('plain')}>
        {t('other')}
      </a>
      <a href={`/play/${seat}`} className={buttonClass('quiet')}>
        {t('mails')}
      </a>
      <form method="get" action={`/api/runs/${seat}/export.csv`} className="sm:ml-auto">
        <button type="submit" className={buttonClass('plain')}>
          {t('csv')}
        </button>
      </form>
      <a href={`/api/runs/${seat}/export.json`} className={buttonClass('quiet')}>
        {t('json')}
      </a>
    </footer>
  );
}
