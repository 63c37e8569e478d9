import { useTranslations } from 'next-intl';
import { buttonClass } from './_ui/buttonClass';
import { SiteHeader } from './_ui/SiteHeader';

export default function NotFound() {
  const t = useTranslations('errors');
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 py-16">
        <svg viewBox="0 0 200 16" className="mb-6 h-4 w-52" aria-hidden="true" focusable="false">
          <path
            d="M2 8H188"
            className="stroke-mail"
            strokeWidth="2"
            strokeLinecap="round"
            strokeDasharray="2 6"
          />
          <circle cx="192" cy="8" r="5" strokeWidth="2" className="fill-none stroke-mail" />
        </svg>
        <h1 className="text-3xl font-semibold tracking-tight">{t('notFoundTitle')}</h1>
        <p className="mt-3 max-w-[56ch] text-lg text-soft">{t('notFound')}</p>
        <a href="/" className={buttonClass('primary', 'md', 'mt-6')}>
          {t('home')}
        </a>
      </main>
    </>
  );
}
