import { useTranslations } from 'next-intl';
import { Mark } from './Mark';

/** The name of the product at the top of every page that is not a run. `wide` above pages that use the whole screen. */
export function SiteHeader({ wide = false }: { wide?: boolean }) {
  const t = useTranslations('site');
  return (
    <header
      className={`mx-auto flex w-full items-center py-4 ${wide ? 'max-w-[110rem] px-4 sm:px-6' : 'max-w-6xl px-5'}`}
    >
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
