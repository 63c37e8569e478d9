import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Picture } from './_features/landing/Picture';
import { buttonClass } from './_ui/buttonClass';
import { SiteHeader } from './_ui/SiteHeader';

const steps = ['send', 'work', 'settle', 'see'] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What it is, the moving picture, and the way in. */
export default async function Landing({ searchParams }: Props) {
  const t = await getTranslations('landing');
  const { refused, minutes, erased } = await searchParams;
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-6xl px-5 pb-16">
        {erased === '1' && (
          <p role="status" className="rounded-xl bg-desk-wash px-4 py-3 text-desk">
            {t('erased')}
          </p>
        )}
        {typeof refused === 'string' && (
          <p role="alert" className="rounded-xl bg-call-wash px-4 py-3 text-call">
            {t(`refused.${isReason(refused) ? refused : 'other'}`, { minutes: Number(minutes) || 60 })}
          </p>
        )}
        <section className="grid gap-x-12 gap-y-6 pt-6 lg:grid-cols-[1fr_auto] lg:items-end lg:pt-12">
          <div>
            <h1 className="max-w-[27ch] text-4xl font-semibold tracking-tight sm:text-5xl lg:text-6xl">
              {t.rich('headline', { s: (chunk) => <span className="inline-block">{chunk}&nbsp;</span> })}
            </h1>
            <p className="mt-4 max-w-[56ch] text-lg text-soft sm:text-xl">{t('lead')}</p>
          </div>
          <div className="flex flex-col gap-2 sm:max-w-xs lg:min-w-60">
            <a href="/try" className={buttonClass('primary', 'lg', 'text-lg')}>
              {t('try')}
            </a>
            <p className="text-center text-sm text-soft">{t('tryNote')}</p>
            <a href="/join" className={buttonClass('plain', 'lg', 'mt-2')}>
              {t('join')}
            </a>
            <a href="/facilitate" className={buttonClass('quiet')}>
              {t('facilitate')}
            </a>
          </div>
        </section>
        <section className="mt-10 lg:mt-14">
          <Picture />
        </section>
        <section className="mt-14 border-t border-line pt-8">
          <h2 className="text-xl font-semibold">{t('how.title')}</h2>
          <ol className="mt-5 grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
            {steps.map((step, i) => (
              <li key={step} className="flex gap-3 lg:block">
                <span className="tabular font-semibold text-mail lg:block">{i + 1}</span>
                <span>{t(`how.${step}`)}</span>
              </li>
            ))}
          </ol>
          <p className="mt-8">
            <a href="/scenarios" className={buttonClass('link', 'md', '!px-0')}>
              {t('scenarios')}
            </a>
          </p>
        </section>
      </main>
      <SiteFooter />
    </>
  );
}

const isReason = (code: string): code is 'soloOff' | 'soloFull' | 'unknown' =>
  code === 'soloOff' || code === 'soloFull' || code === 'unknown';

function SiteFooter() {
  const t = useTranslations('privacy');
  const figures = useTranslations('figures');
  return (
    <footer className="mx-auto flex w-full max-w-6xl flex-wrap gap-x-6 gap-y-2 border-t border-line px-5 py-6 text-sm text-soft">
      <a href="/privacy" className="underline underline-offset-4">
        {t('title')}
      </a>
      <a href="/about/figures" className="underline underline-offset-4">
        {figures('title')}
      </a>
    </footer>
  );
}
