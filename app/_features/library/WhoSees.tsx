import { useTranslations } from 'next-intl';
import type { LibraryCard } from '@/core/contract/library';
import { buttonClass } from '../../_ui/buttonClass';
import { fieldClass } from '../../_ui/Field';
import { Act } from './Act';

/** Who sees a scenario, for whoever looks after it to decide. */
export function WhoSees({ card }: { card: LibraryCard }) {
  const t = useTranslations('library');
  return (
    <div className="mt-5 max-w-md">
      <Act card={card} deed="visibility">
        <label htmlFor="who-sees" className="mb-1 block font-medium">
          {t('manage.sees')}
        </label>
        <div className="flex gap-2">
          <select
            id="who-sees"
            name="visibility"
            defaultValue={card.visibility}
            className={`${fieldClass} min-w-0`}
          >
            {(['private', 'organisation', 'public'] as const).map((value) => (
              <option key={value} value={value}>
                {t(`visibilities.${value}`)}
              </option>
            ))}
          </select>
          <button type="submit" className={buttonClass('plain')}>
            {t('manage.save')} <span className="sr-only">{t('manage.sees')}</span>
          </button>
        </div>
      </Act>
    </div>
  );
}
