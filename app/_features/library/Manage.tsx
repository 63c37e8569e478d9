import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LibraryCard } from '@/core/contract/library';
import { buttonClass } from '../../_ui/buttonClass';
import { fieldClass } from '../../_ui/Field';
import { Act } from './Act';

/** What whoever looks after a scenario can do with it as a whole. */
export function Manage({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.manage');
  const archived = card.state === 'archived';
  return (
    <section className="rounded-2xl border border-line p-5">
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      <div className="mt-4 space-y-6">
        {!archived && <Offer card={card} />}
        {!archived && <TagForm card={card} />}
        <Deed card={card} deed="archive" label={t(archived ? 'restore' : 'archive')} note={t('archiveNote')}>
          <input type="hidden" name="archived" value={archived ? 'no' : 'yes'} />
        </Deed>
        {card.origin !== 'pack' && <Delete card={card} />}
      </div>
    </section>
  );
}

/** The next version, or the newest one again, or none for anything new. */
function Offer({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.manage');
  const next = (card.version ?? 0) + 1;
  const again = card.state === 'withdrawn' && !card.newer;
  const publish = card.state !== 'published' || card.newer;
  return (
    <>
      {publish && (
        <Deed
          card={card}
          deed="publish"
          label={t(again ? 'publishAgain' : 'publish')}
          note={again ? t('againNote') : t('publishNote', { n: next })}
          strong
        >
          <input type="hidden" name="rev" value={card.rev} />
          <input type="hidden" name="back" value="library" />
        </Deed>
      )}
      {card.state === 'published' && (
        <Deed card={card} deed="unpublish" label={t('unpublish')} note={t('unpublishNote')} />
      )}
    </>
  );
}

function TagForm({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.manage');
  return (
    <Act card={card} deed="tags">
      <label className="block">
        <span className="mb-1 block font-medium">{t('tags')}</span>
        <input name="tags" defaultValue={card.tags.join(', ')} maxLength={400} className={fieldClass} />
      </label>
      <button type="submit" className={buttonClass('plain', 'md', 'mt-2')}>
        {t('save')} <span className="sr-only">{t('tags')}</span>
      </button>
    </Act>
  );
}

/** Asked once more: it cannot be taken back. */
function Delete({ card }: { card: LibraryCard }) {
  const t = useTranslations('library.manage');
  return (
    <details>
      <summary className="w-fit rounded font-medium text-bad">{t('deleteAsk')}</summary>
      <div className="mt-3">
        <Deed card={card} deed="delete" label={t('delete')} note={t('deleteNote')} danger />
      </div>
    </details>
  );
}

interface DeedProps {
  card: LibraryCard;
  deed: 'publish' | 'unpublish' | 'archive' | 'delete';
  label: string;
  note: string;
  strong?: boolean;
  danger?: boolean;
  children?: ReactNode;
}

function Deed({ card, deed, label, note, strong = false, danger = false, children }: DeedProps) {
  const kind = danger ? 'danger' : strong ? 'primary' : 'plain';
  return (
    <Act card={card} deed={deed}>
      {children}
      <button type="submit" className={buttonClass(kind)}>
        {label}
      </button>
      <p className="mt-1.5 text-sm text-soft">{note}</p>
    </Act>
  );
}
