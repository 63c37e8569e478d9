import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LibraryCard } from '@/core/contract/library';
import { ActionForm } from '../../_ui/ActionForm';

/** The form of one thing that is done to a scenario as a whole, with what the server says where it refuses. */
export function Act({ card, deed, children }: { card: LibraryCard; deed: string; children: ReactNode }) {
  const t = useTranslations('library.refused');
  const refusals = {
    changed: t('changed'),
    hasErrors: t('hasErrors'),
    packStays: t('packStays'),
    other: t('other'),
  };
  return (
    <ActionForm action={`/api/scenarios/${card.slug}/${deed}`} refusals={refusals}>
      {children}
    </ActionForm>
  );
}
