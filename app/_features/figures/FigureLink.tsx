import { useTranslations } from 'next-intl';
import { type FigureName, figureHref } from './grounds';

/** The way from a figure to its rule, formula and source. */
export function FigureLink({ to, className = '' }: { to: FigureName; className?: string }) {
  const t = useTranslations('figures');
  return (
    <a
      href={figureHref(to)}
      className={`inline-block min-h-6 text-sm text-soft underline underline-offset-4 print:hidden ${className}`}
    >
      {t('about')}
    </a>
  );
}
