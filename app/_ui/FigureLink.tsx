import { useTranslations } from 'next-intl';

/** The way from a figure to its rule, formula and source. */
export function FigureLink({ href, className = '' }: { href: string; className?: string }) {
  const t = useTranslations('figures');
  return (
    <a
      href={href}
      className={`inline-block min-h-6 text-sm text-soft underline underline-offset-4 print:hidden ${className}`}
    >
      {t('about')}
    </a>
  );
}
