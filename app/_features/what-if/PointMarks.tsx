import { useTranslations } from 'next-intl';
import type { StudyMeasure, StudyPoint } from '@/core/contract/whatIf';
import type { Scales, Size } from './chartScales';

interface Props {
  points: readonly StudyPoint[];
  /** The value of what is swept at which they were played. */
  at: number;
  measure: StudyMeasure;
  scales: Scales;
  size: Size;
}

const fills = { mail: 'fill-mail', call: 'fill-call-solid', free: 'fill-ink' } as const;
const half = 7;

/** One's own runs, or a group's, as diamonds with their name. */
export function PointMarks({ points, at, measure, scales, size }: Props) {
  const t = useTranslations('whatIf.chart');
  const { x, y, unreached } = scales;
  const centre = x(at);
  const left = centre > (size.left + size.width - size.right) / 2;
  return (
    <g>
      {points.map((point) => {
        const value = point.values[measure];
        if (value === undefined || (value === null && unreached === null)) return null;
        const down = value === null ? (unreached ?? 0) : y(value);
        return (
          <g key={`${point.whose}-${point.mode}`}>
            <path
              d={`M${centre},${down - half} l${half},${half} l${-half},${half} l${-half},${-half} Z`}
              className={`stroke-ground ${fills[point.mode]}`}
              strokeWidth="2"
            />
            <text
              x={centre + (left ? -12 : 12)}
              y={down}
              dy="0.32em"
              textAnchor={left ? 'end' : 'start'}
              fontSize="13"
              fontWeight="600"
              paintOrder="stroke"
              className="fill-ink stroke-ground"
              strokeWidth="4"
            >
              {t(`points.${point.whose}.${point.mode}`)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
