import { useTranslations } from 'next-intl';
import { Mark } from './Mark';

/** The name of the product at the top of every page that is not a run. */
export function SiteHeader() {
  const t = useTranslations('site');
  return (
    <header className="mx-auto flex w-full max-w-6xl items-center px-5 py-4">
      <a
        href="/"
        className="flex items-center gap-2.5 rounded text-lg font-semibold tracking-tight"
        aria-label={t('home')}
      >
        <Mark />
        {t('name')}
      </a>
    </header>
  );
}
