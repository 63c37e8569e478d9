import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { useTranslations } from 'next-intl';
import type { StudyMeasure, StudyPoint } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Picture } from '@/core/whatIf/picture';
import { CrossingMark } from './CrossingMark';
import { CurveMarks } from './CurveMarks';
import { type Size, scalesFor } from './chartScales';
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
  const { x, y, ticks, unreached } = scales;
  const floor = size.height - size.bottom;
  const narrow = size.left < 80;
  const shown = narrow ? swept.values.filter((_, i) => i % 2 === 0) : swept.values;
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
          {narrow ? t('neverShort') : t('never')}
        </text>
      )}
      <CrossingMark picture={picture} swept={swept} scales={scales} size={size} texts={texts} />
      {picture.curves.map((curve) => (
        <CurveMarks key={curve.policy} curve={curve} scales={scales} />
      ))}
      {size.right > 100 && <EndLabels picture={picture} scales={scales} size={size} />}
      <PointMarks points={points} at={swept.usual} measure={measure} scales={scales} size={size} />
      <AxisLeft
        scale={y}
        left={size.left}
        tickValues={ticks}
        hideAxisLine
        hideTicks
        tickFormat={(v) => texts.amountText(measure, Number(v))}
        tickComponent={({ x: at, y: down, formattedValue }) => (
          <text
            x={at - 2}
            y={down}
            dy="0.32em"
            textAnchor="end"
            fontSize={narrow ? 12 : 14}
            className="tabular fill-soft"
          >
            {formattedValue}
          </text>
        )}
      />
      <AxisBottom
        scale={x}
        top={floor}
        tickValues={[...shown]}
        axisLineClassName="stroke-edge"
        hideTicks
        tickFormat={(v) => texts.tickText(swept, Number(v))}
        tickComponent={({ x: at, y: down, formattedValue }) => (
          <text
            x={at}
            y={down + 4}
            textAnchor="middle"
            fontSize={narrow ? 12 : 14}
            className="tabular fill-soft"
          >
            {formattedValue}
          </text>
        )}
      />
      <text
        x={(size.left + size.width - size.right) / 2}
        y={size.height - 8}
        textAnchor="middle"
        fontSize={narrow ? 13 : 15}
        className="fill-ink"
      >
        {texts.axisOf(swept.name)}
      </text>
      <text x={4} y={20} fontSize={narrow ? 13 : 15} className="fill-ink">
        {t(`measures.${measure}`)}
      </text>
    </svg>
  );
}
