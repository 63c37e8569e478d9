import { useTranslations } from 'next-intl';
import type { ParameterName, StudyMeasure, StudyMission } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import { spanText } from '../../_lib/clock';

/** Which measures are times; the others are shares and counts. */
export const unitOf: Record<StudyMeasure, 'time' | 'share' | 'count'> = {
  completionTime: 'time',
  finished: 'share',
  firstAnswer: 'time',
  deskDone: 'count',
  personTime: 'time',
  blockedTime: 'time',
  timeLostToOthers: 'time',
};

/** Values as a person reads them: of what is swept, and of what is measured. */
export function useTexts(mission: StudyMission) {
  const t = useTranslations('whatIf');
  const kind = mission.kind;
  return {
    nameOf: (parameter: ParameterName) => t(`parameters.${kind}.${parameter}.name`),
    axisOf: (parameter: ParameterName) => t(`parameters.${kind}.${parameter}.axis`),
    settingText: (parameter: Parameter, value: number): string => {
      const n = rounded(value);
      switch (parameter.unit) {
        case 'share':
          return t('units.share', { n: String(Math.round(value * 100)) });
        case 'minutes':
          return t('units.minutes', { n });
        case 'factor':
          return t('units.factor', { n });
        case 'requests':
          return t('units.requests', { n });
        case 'depth':
          return t('units.depth', { n });
      }
    },
    /** Beside an axis that names the unit. */
    tickText: (parameter: Parameter, value: number): string =>
      parameter.unit === 'share' ? t('units.share', { n: String(Math.round(value * 100)) }) : rounded(value),
    amountText: (measure: StudyMeasure, value: number): string => {
      if (unitOf[measure] === 'time') return spanText(Math.round(value / 60_000) * 60_000);
      return unitOf[measure] === 'share'
        ? t('units.share', { n: String(Math.round(value * 100)) })
        : rounded(value);
    },
  };
}
export type Texts = ReturnType<typeof useTexts>;

/** At most one decimal under ten, none above; two for what is smaller than one. */
function rounded(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 10 ? (Number.isInteger(value) ? 0 : 1) : size >= 1 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}
