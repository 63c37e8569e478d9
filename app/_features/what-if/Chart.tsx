import { Group } from '@visx/group';
import { useTranslations } from 'next-intl';
import type { StudyMeasure, StudyPoint } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Picture } from '@/core/whatIf/picture';
import { ChartAxes } from './ChartAxes';
import { CrossingMark } from './CrossingMark';
import { CurveMarks } from './CurveMarks';
import { isNarrow, type Size, scalesFor } from './chartScales';
import { EndLabels } from './EndLabels';
import { PointMarks } from './PointMarks';
import type { Texts } from './useTexts';

interface Props {
  picture: Picture;
  /** All pictures that are compared with it: they share its axis. */
  beside: readonly Picture[];
  swept: Parameter;
  measure: StudyMeasure;
  points: readonly StudyPoint[];
  size: Size;
  texts: Texts;
  label: string;
}

/** Curves with their bands over what is swept, where they cross, and where one's own runs stand. */
export function Chart({ picture, beside, swept, measure, points, size, texts, label }: Props) {
  const t = useTranslations('whatIf.chart');
  const scales = scalesFor(beside, swept.values, measure, points, size);
  const { y, ticks, unreached } = scales;
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      className="block max-w-full"
      role="img"
      aria-label={label}
    >
      <Group>
        {ticks.map((tick) => (
          <line
            key={tick}
            x1={size.left}
            x2={size.width - size.right}
            y1={y(tick)}
            y2={y(tick)}
            className="stroke-line"
          />
        ))}
      </Group>
      {unreached !== null && (
        <text x={size.left - 10} y={unreached + 5} textAnchor="end" fontSize="13" className="fill-soft">
          {t(isNarrow(size) ? 'neverShort' : 'never')}
        </text>
      )}
      <CrossingMark picture={picture} swept={swept} scales={scales} size={size} texts={texts} />
      {picture.curves.map((curve, i) => (
        <CurveMarks
          key={curve.policy}
          curve={curve}
          scales={scales}
          beside={(i - (picture.curves.length - 1) / 2) * 6}
        />
      ))}
      {size.right > 100 && <EndLabels picture={picture} scales={scales} size={size} />}
      <PointMarks points={points} at={swept.usual} measure={measure} scales={scales} size={size} />
      <ChartAxes {...{ swept, measure, scales, size, texts }} />
    </svg>
  );
}
