import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TitleFirst } from './TitleFirst';

/** A new scenario of one's own, and its editor, once it is said what it is called. `children` is the button. */
export function NewScenario({ children }: { children: ReactNode }) {
  const t = useTranslations('library');
  return (
    <TitleFirst
      texts={{
        heading: t('new.submit'),
        close: t('new.close'),
        title: t('new.title'),
        note: t('new.note'),
        begin: t('new.begin'),
        refused: t('refused.other'),
      }}
    >
      {children}
    </TitleFirst>
  );
}
