import { useTranslations } from 'next-intl';
import type { Mode } from '@/core/contract/ids';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';

/** Where an author goes on from having played their own draft: back to it, or into another run of it as it is now. */
export function DraftOnward({ seat, draft, mode }: { seat: string; draft: string; mode: Mode }) {
  const t = useTranslations('debrief.draft');
  return (
    <footer className="mt-14 border-t border-line pt-6 print:hidden">
      <ActionForm
        action={`/api/scenarios/${draft}/preview`}
        refusals={{ hasErrors: t('hasErrors'), other: t('refused') }}
        className="flex flex-wrap items-center gap-3"
      >
        <input type="hidden" name="mode" value={mode} />
        <a href={`/edit/${draft}`} className={buttonClass('primary')}>
          {t('back')}
        </a>
        <button type="submit" className={buttonClass('plain')}>
          {t('again')}
        </button>
        <a href={`/play/${seat}`} className={buttonClass('quiet')}>
          {t('mails')}
        </a>
      </ActionForm>
      <p className="mt-2 text-sm text-soft">{t('againNote')}</p>
    </footer>
  );
}
