import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listScenarios } from '@/server/catalog/scenarios';
import { buttonClass } from '../_ui/buttonClass';
import { SiteHeader } from '../_ui/SiteHeader';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('scenarios'))('title'),
});

type Listed = Awaited<ReturnType<typeof listScenarios>>[number];

/** Which job to play: every scenario with its variants beside it, shortest first. */
export default async function Scenarios() {
  const t = await getTranslations('scenarios');
  const whatIf = await getTranslations('whatIf');
  const listed = await listScenarios();
  const slugs = new Set(listed.map((s) => s.slug));
  const stories = listed.filter((s) => s.variantOf === null || !slugs.has(s.variantOf));
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 pb-16">
        <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
        <p className="mt-3 text-lg text-soft">{t('lead')}</p>
        {listed.length === 0 && <p className="mt-8">{t('empty')}</p>}
        <ul className="mt-8 divide-y divide-line border-y border-line">
          {stories.map((story) => (
            <Story key={story.slug} story={story} sizes={sizesOf(story, listed)} />
          ))}
        </ul>
        <p className="mt-8">
          <a href="/what-if" className={buttonClass('link', 'md', '!px-0')}>
            {whatIf('fromScenarios')}
          </a>
        </p>
      </main>
    </>
  );
}

const sizesOf = (story: Listed, all: readonly Listed[]): Listed[] =>
  all
    .filter((s) => s.slug === story.slug || s.variantOf === story.slug)
    .sort((a, b) => a.playMin - b.playMin);

async function Story({ story, sizes }: { story: Listed; sizes: Listed[] }) {
  const t = await getTranslations('scenarios');
  return (
    <li className="py-6">
      <h2 className="text-xl font-semibold">{story.title}</h2>
      <p className="mt-1.5 max-w-[60ch]">{story.summary}</p>
      <ul className="mt-4 flex flex-col gap-3">
        {sizes.map((size) => (
          <li
            key={size.slug}
            className="flex items-center justify-between gap-3 rounded-xl bg-panel px-4 py-3"
          >
            <div className="min-w-0">
              {sizes.length > 1 && <p className="font-medium">{size.title}</p>}
              <p className="tabular text-sm text-soft">
                {t('minutes', { minutes: size.playMin })} · {t('people', { count: size.recipients })} ·{' '}
                {t('requests', { count: size.requests })}
              </p>
            </div>
            <a
              href={`/try?scenario=${size.slug}`}
              className={buttonClass('primary')}
              aria-label={t('playNamed', { title: size.title })}
            >
              {t('play')}
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
