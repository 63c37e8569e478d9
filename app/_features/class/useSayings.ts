import { useTranslations } from 'next-intl';
import type { ClassDebrief, ClassDifference, ClassMeasure } from '@/core/contract/classDebrief';
import { meanText, measureUnits } from '../../_lib/measureText';

/** What the class's figures say about one measure, in whole sentences. */
export function useSayings(page: Pick<ClassDebrief, 'sharedSeed'>): (measure: ClassMeasure) => string[] {
  const t = useTranslations('class.say');
  const names = useTranslations('debrief.measures.names');
  return (measure) => {
    const { difference } = measure;
    if (!difference) return [];
    const unit = measureUnits[measure.measure];
    const amount = (v: number) => meanText(Math.abs(v), unit);
    const words = { measure: measure.measure, name: names(measure.measure) };
    const main = (value: number, key: 'mean' | 'median') =>
      value === 0
        ? t('same', words)
        : t(`${key}.${value > 0 ? 'more' : 'less'}`, { ...words, amount: amount(value) });
    if (measure.constructed)
      return [difference.value === null ? '' : main(difference.value, 'mean'), t('constructed')].filter(
        Boolean,
      );
    if (difference.value === null) {
      const { median } = difference;
      const lines = [t('censored', { k: difference.censored, n: difference.n, kind: difference.kind })];
      return median === null ? lines : [main(median, 'median'), ...lines];
    }
    return [main(difference.value, 'mean'), chance(difference)];
  };

  function chance(difference: ClassDifference): string {
    const { t: interval, n, kind } = difference;
    if (page.sharedSeed) return t('sharedSeed');
    if (!interval) return t('few', { n, kind });
    return t(interval[0] <= 0 && interval[1] >= 0 ? 'contains' : 'excludes', { n, kind });
  }
}
