import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';

interface Props {
  seat: string;
  /** What can be played again; null for what is offered no more. */
  slug: string | null;
  /** The luck that was played with; null while it is private (R5). */
  seed: string | null;
}

/** Where to go from here. */
export function Onward({ seat, slug, seed }: Props) {
  const t = useTranslations('debrief.onward');
  return (
    <footer className="mt-14 flex flex-wrap items-center gap-3 border-t border-line pt-6 print:hidden">
      {slug !== null && (
        <a href={`/try?scenario=${slug}`} className={buttonClass('primary')}>
          {t('again')}
        </a>
      )}
      {slug !== null && seed !== null && (
        <a href={`/try?${new URLSearchParams({ scenario: slug, seed })}`} className={buttonClass('plain')}>
          {t('sameLuck')}
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
