import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';

/** Where to go from here. */
export function Onward({ seat, slug }: { seat: string; slug: string }) {
  const t = useTranslations('debrief.onward');
  return (
    <footer className="mt-14 flex flex-wrap items-center gap-3 border-t border-line pt-6 print:hidden">
      <form method="post" action="/api/solo">
        <input type="hidden" name="scenario" value={slug} />
        <button type="submit" className={buttonClass('primary')}>
          {t('again')}
        </button>
      </form>
      <a href="/scenarios" className={buttonClass('plain')}>
        {t('other')}
      </a>
      <a href={`/play/${seat}`} className={buttonClass('quiet')}>
        {t('mails')}
      </a>
    </footer>
  );
}
