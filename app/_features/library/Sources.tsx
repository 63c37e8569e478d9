import { useTranslations } from 'next-intl';

interface Source {
  n: number;
  cite: string;
  measures: string;
  reading: 'original' | 'reported' | 'remembered';
}

/** What the figures rest on, by number, and whether it was read there. */
export function Sources({ sources }: { sources: Source[] }) {
  const t = useTranslations('library.people');
  return (
    <section className="mt-14">
      <h2 className="text-2xl font-semibold tracking-tight">{t('sources')}</h2>
      <ol className="mt-4 max-w-[75ch] space-y-3">
        {sources.map(({ n, cite, measures, reading }) => (
          <li key={n} id={`source-${n}`} className="grid grid-cols-[3rem_1fr] scroll-mt-6">
            <span className="tabular text-soft">{t('source', { n })}</span>
            <span>
              {cite}
              <span className="block text-sm text-soft">
                {t('said', { measures, reading: t(`reading.${reading}`) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
