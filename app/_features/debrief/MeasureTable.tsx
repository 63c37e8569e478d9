import { useTranslations } from 'next-intl';
import type { Measures } from '@/core/contract/measures';
import { mailMeasures, measureText } from './measureRows';

/** Every measure of a mail run with its value and, in one line, how it was computed. */
export function MeasureTable({ measures }: { measures: Measures }) {
  const t = useTranslations('debrief.measures');
  return (
    <table className="w-full border-collapse text-left" aria-label={t('title')}>
      <thead className="text-xs text-soft">
        <tr>
          <th scope="col" className="py-2 pr-4 font-medium">
            {t('name')}
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium sm:pr-8">
            {t('yours')}
          </th>
          <th scope="col" className="py-2 font-medium max-sm:hidden">
            {t('meaning')}
          </th>
        </tr>
      </thead>
      <tbody>
        {mailMeasures.map(({ name, unit }) => (
          <tr key={name} className="border-t border-line align-baseline">
            <th scope="row" className="py-2 pr-4 font-medium">
              {t(`names.${name}`)}
              <span className="mt-0.5 block text-xs font-normal text-soft sm:hidden">
                {t(`means.${name}`)}
              </span>
            </th>
            <td className="tabular py-2 pr-4 text-right whitespace-nowrap sm:pr-8">
              {measureText(measures, name, unit) ?? <span className="text-soft">{t('none')}</span>}
            </td>
            <td className="py-2 text-sm text-soft max-sm:hidden">{t(`means.${name}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
