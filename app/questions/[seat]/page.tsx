import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deviceCookie } from '@/server/auth/device';
import { hashToken } from '@/server/auth/token';
import { questionsPage } from '@/server/catalog/questions';
import { QuestionField } from '../../_features/questions/QuestionField';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { SiteHeader } from '../../_ui/SiteHeader';

type Props = {
  params: Promise<{ seat: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Questions', robots: { index: false } };

/** A questionnaire of a session, before its first run or after its last. */
export default async function Questions({ params, searchParams }: Props) {
  const token = (await cookies()).get(deviceCookie)?.value;
  const { which, refused } = await searchParams;
  const asked = which === 'after' ? 'after' : 'before';
  const page = await questionsPage((await params).seat, token ? hashToken(token) : null, asked);
  if (!page) notFound();
  const t = await getTranslations('questions');
  const back = asked === 'before' ? `/play/${page.seat}` : `/debrief/${page.seat}`;
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        <p className="pt-6 text-soft">{page.title}</p>
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t(`title.${asked}`)}</h1>
        {page.answered ? (
          <>
            <p className="mt-3 text-lg">{t('thanks')}</p>
            <a href={back} className={buttonClass('primary', 'lg', 'mt-5')}>
              {t('goOn')}
            </a>
          </>
        ) : (
          <>
            <p className="mt-2 mb-8 max-w-[60ch] text-lg text-soft">{t(`lead.${asked}`)}</p>
            <ActionForm
              action="/api/answers"
              refusals={{ other: t('refused') }}
              refused={typeof refused === 'string' ? refused : null}
              className="space-y-8"
            >
              <input type="hidden" name="seat" value={page.seat} />
              <input type="hidden" name="which" value={asked} />
              {page.questions.map((question, i) => (
                <QuestionField key={question.id} question={question} number={i + 1} />
              ))}
              <p className="flex flex-wrap gap-3">
                <button type="submit" className={buttonClass('primary', 'lg')}>
                  {t('send')}
                </button>
                <a href={back} className={buttonClass('quiet', 'lg')}>
                  {t('skip')}
                </a>
              </p>
            </ActionForm>
          </>
        )}
      </main>
    </>
  );
}
