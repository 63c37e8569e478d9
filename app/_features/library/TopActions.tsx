import { useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';
import { buttonClass } from '../../_ui/buttonClass';
import { CopyButton } from './List';

/** What one comes here for: change it, copy it, play it, lead a session with it. */
export function TopActions({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  const playable = card.state === 'published' && card.part === null;
  return (
    <>
      <div className="mt-5 flex flex-wrap items-start gap-2">
        {card.mayEdit && (
          <a href={`/edit/${card.slug}`} className={buttonClass('primary')}>
            {t('edit')}
          </a>
        )}
        {playable && (
          <a href={`/facilitate/new?scenario=${card.slug}`} className={buttonClass('plain')}>
            {t('session')}
          </a>
        )}
        {playable && card.visibility === 'public' && (
          <a href={`/try?scenario=${card.slug}`} className={buttonClass('plain')}>
            {t('try')}
          </a>
        )}
        <CopyButton card={card} />
      </div>
      <p className="mt-2 max-w-[60ch] text-sm text-soft">
        <Note card={card} />
      </p>
    </>
  );
}

/** What changing it means here: one's own, somebody else's that one looks after, or a copy. */
function Note({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  if (card.mayManage && card.origin === 'pack') return t('packNote');
  if (!card.mayEdit) return t('copyNote');
  if (card.mine) return t('editNote');
  return card.owner === null ? t('editOthersNote') : t('editTheirsNote', { name: card.owner });
}
