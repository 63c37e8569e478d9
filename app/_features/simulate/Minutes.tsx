import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { minutesToPlan, type SimulatedPolicy } from './simulation';

/** What a player should plan for by what was measured, beside what the brief says, and the way to make it say so. */
export function Minutes({
  policies,
  planned,
  onMinutes,
}: {
  policies: readonly SimulatedPolicy[];
  planned: number;
  onMinutes: (minutes: number) => void;
}) {
  const t = useTranslations('simulate.minutes');
  const minutes = minutesToPlan(policies);
  if (minutes === null) return null;
  return (
    <div className="mt-4 flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2">
      <div>
        <p role="status">{minutes === planned ? t('same', { minutes }) : t('other', { minutes, planned })}</p>
        <p className="text-sm text-soft">{t('how')}</p>
      </div>
      {minutes !== planned && (
        <button type="button" className={buttonClass('plain')} onClick={() => onMinutes(minutes)}>
          {t('take', { minutes })}
        </button>
      )}
    </div>
  );
}
