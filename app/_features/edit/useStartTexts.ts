import { useTranslations } from 'next-intl';
import type { StartTexts } from './model/defaults';

/** What something new begins with, in the language of the page. */
export function useStartTexts(): StartTexts {
  const t = useTranslations('editor.start');
  return {
    role: t('role'),
    about: t('about'),
    clarify: t('clarify'),
    unmatched: t('unmatched'),
    forward: t('forward'),
    answer: t('answer'),
    awayAlone: t('awayAlone'),
    mail: t('mail'),
    cardSum: t('cardSum'),
    cardMatch: t('cardMatch'),
    cardSort: t('cardSort'),
    items: t('items'),
    buckets: t('buckets'),
    ask: (words) => t('ask', { words }),
    askFor: (words) => t('askFor', { words }),
    whether: (words) => t('whether', { words }),
    away: (name) => t('away', { name }),
    answerTo: (title) => t('answerTo', { title }),
  };
}
