import { useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';

/** What it shows, and what to ask those who have played it. */
export function Teaching({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.teaching');
  return (
    <section>
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      <p className="mt-2 max-w-[65ch] break-words">{card.note === '' ? t('none') : card.note}</p>
      {card.questions.length > 0 && (
        <>
          <h3 className="mt-5 font-semibold">{t('questions')}</h3>
          <ul className="mt-2 max-w-[65ch] list-disc space-y-1.5 pl-5">
            {card.questions.map((question) => (
              <li key={question} className="break-words">
                {question}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
