import { AxisBottom, AxisLeft } from '@visx/axis';
import { useTranslations } from 'next-intl';
import type { StudyMeasure } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import { isNarrow, type Scales, type Size } from './chartScales';
import type { Texts } from './useTexts';

interface Props {
  swept: Parameter;
  measure: StudyMeasure;
  scales: Scales;
  size: Size;
  texts: Texts;
}

/** Both axes with what they count; on a narrow page every other value has a figure. */
export function ChartAxes({ swept, measure, scales, size, texts }: Props) {
  const t = useTranslations('whatIf.chart');
  const { x, y, ticks } = scales;
  const floor = size.height - size.bottom;
  const narrow = isNarrow(size);
  const shown = narrow ? swept.values.filter((_, i) => i % 2 === 0) : swept.values;
  return (
    <>
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
    </>
  );
}
