import { useTranslations } from 'next-intl';

/** Says that what is begun here has the luck of a run already played (X6), and how to have another. */
export function KnownLuck({ scenario, seed }: { scenario: string; seed: string }) {
  const t = useTranslations('try.luck');
  return (
    <p className="mt-4 max-w-[60ch] wrap-anywhere rounded-xl bg-mail-wash px-4 py-3">
      {t('same', { seed })}{' '}
      <a href={`/try?scenario=${scenario}`} className="text-mail underline underline-offset-4">
        {t('other')}
      </a>
    </p>
  );
}
