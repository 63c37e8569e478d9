import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { keptFor } from '@/server/catalog/privacy';
import { SiteHeader } from '../_ui/SiteHeader';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('privacy'))('title'),
});

const parts = [
  ['cookieTitle', 'cookie'],
  ['runsTitle', 'runs'],
  ['draftsTitle', 'drafts'],
  ['answersTitle', 'answers'],
  ['accountTitle', 'account'],
  ['keptTitle', 'kept'],
  ['seenTitle', 'seen'],
  ['thirdTitle', 'third'],
] as const;

export default function Privacy() {
  const t = useTranslations('privacy');
  const days = keptFor();
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-3 text-lg text-soft">{t('lead')}</p>
        <dl className="mt-8 grid gap-x-8 gap-y-5 sm:grid-cols-[10rem_1fr]">
          {parts.map(([title, text]) => (
            <div key={title} className="contents">
              <dt className="font-semibold">{t(title)}</dt>
              <dd className="max-w-[62ch] max-sm:-mt-4">{t(text, days)}</dd>
            </div>
          ))}
        </dl>
      </main>
    </>
  );
}
