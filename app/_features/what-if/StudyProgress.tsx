import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { ProgressBar } from '../../_ui/ProgressBar';
import type { useStudy } from './useStudy';

type Props = Omit<ReturnType<typeof useStudy>, 'shown'> & {
  /** Replications that were asked for. */
  of: number;
};

/** How far the replications are, and the way to end them or go on. */
export function StudyProgress({ progress, stop, goOn, n, of }: Props) {
  const t = useTranslations('whatIf.progress');
  const share = progress.at === 'playing' || progress.at === 'stopped' ? progress.share : 1;
  return (
    <div className="mt-3 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      {progress.at !== 'done' && progress.at !== 'failed' && (
        <ProgressBar label={t('label')} value={share} max={1} />
      )}
      <p className="tabular text-sm text-soft" role="status">
        {progress.at === 'failed' ? t('failed') : t(progress.at, { n, of })}
      </p>
      {progress.at === 'playing' && (
        <button type="button" onClick={stop} className={buttonClass('plain', 'sm')}>
          {t('stop')}
        </button>
      )}
      {progress.at === 'stopped' && (
        <button type="button" onClick={goOn} className={buttonClass('plain', 'sm')}>
          {t('goOn')}
        </button>
      )}
    </div>
  );
}
