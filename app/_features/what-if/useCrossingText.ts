import { useTranslations } from 'next-intl';
import type { StudyMeasure } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Picture } from '@/core/whatIf/picture';
import type { Texts } from './useTexts';

/** What a picture says of who is ahead, and how sure that is; the second may have nothing to say. */
export function useCrossingText(
  picture: Picture,
  swept: Parameter,
  measure: StudyMeasure,
  texts: Texts,
): [verdict: string, doubt: string | null] {
  const t = useTranslations('whatIf.crossing');
  const names = useTranslations('whatIf.policies');
  const measures = useTranslations('whatIf.chart.measures');
  const { compared } = picture;
  if (!compared) return [measures(measure), picture.curves.length > 1 ? t('byConstruction') : null];
  const { first, second, crossing } = compared;
  const name = (sign: number) => names(`${sign > 0 ? first : second}.name`);
  const value = (x: number) => texts.settingText(swept, x);
  const what = measures(measure);
  const low =
    crossing.low === null ? t('under', { value: value(swept.values[0] ?? 0) }) : value(crossing.low);
  const high =
    crossing.high === null ? t('over', { value: value(swept.values.at(-1) ?? 0) }) : value(crossing.high);
  if (crossing.left === 0 && crossing.right === 0)
    return [t('even', { first: names(`${first}.name`), second: names(`${second}.name`) }), null];
  if (crossing.at === null) {
    const sure = crossing.low === null && crossing.high === null;
    return [
      t('always', { ahead: name(crossing.left || crossing.right) }),
      sure ? t('compared', { what }) : t('perhaps', { low, high, what }),
    ];
  }
  return [
    t('turns', {
      at: value(crossing.at),
      left: name(crossing.left || -crossing.right),
      right: name(crossing.right || -crossing.left),
    }),
    t('between', { low, high, what }),
  ];
}
