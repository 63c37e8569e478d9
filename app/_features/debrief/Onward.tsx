import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';

/** Where to go from here. `slug`: what can be played again; null for what is offered no more. */
export function Onward({ seat, slug }: { seat: string; slug: string | null }) {
  const t = useTranslations('debrief.onward');
  return (
    <footer className="mt-14 flex flex-wrap items-center gap-3 border-t border-line pt-6 print:hidden">
      {slug !== null && (
        <a href={`/try?scenario=${slug}`} className={buttonClass('primary')}>
          {t('again')}
        </a>
      )}
      <a href="/scenarios" className={buttonClass('plain')}>
        {t('other')}
      </a>
      <a href={`/play/${seat}`} className={buttonClass('quiet')}>
        {t('mails')}
      </a>
    </footer>
  );
}
