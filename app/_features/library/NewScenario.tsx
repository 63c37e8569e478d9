import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '../../_ui/ActionForm';

/** A new scenario of one's own, and its editor. `children` is the button. */
export function NewScenario({ children }: { children: ReactNode }) {
  const t = useTranslations('library.refused');
  return (
    <ActionForm action="/api/scenarios" refusals={{ other: t('other') }}>
      {children}
    </ActionForm>
  );
}
