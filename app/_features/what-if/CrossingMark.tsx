import { useTranslations } from 'next-intl';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Picture } from '@/core/whatIf/picture';
import type { Scales, Size } from './chartScales';
import type { Texts } from './useTexts';

interface Props {
  picture: Picture;
  swept: Parameter;
  scales: Scales;
  size: Size;
  texts: Texts;
}

/** Where one policy stops being ahead: a line, and its 95 % interval as a band from the axis to the top. */
export function CrossingMark({ picture, swept, scales, size, texts }: Props) {
  const t = useTranslations('whatIf.chart');
  const crossing = picture.compared?.crossing;
  if (crossing?.at == null) return null;
  const { x } = scales;
  const floor = size.height - size.bottom;
  const [start, end] = [size.left, size.width - size.right];
  const from = crossing.low === null ? start : x(crossing.low);
  const to = crossing.high === null ? end : x(crossing.high);
  const at = x(crossing.at);
  const right = at > (start + end) / 2;
  return (
    <g>
      <rect
        x={from}
        y={size.top - 8}
        width={Math.max(1, to - from)}
        height={floor - size.top + 8}
        className="fill-ink"
        fillOpacity="0.07"
      />
      <line
        x1={at}
        x2={at}
        y1={size.top - 8}
        y2={floor}
        className="stroke-ink"
        strokeWidth="1.5"
        strokeDasharray="3 4"
      />
      <text
        x={at + (right ? -8 : 8)}
        y={size.top + 6}
        textAnchor={right ? 'end' : 'start'}
        fontSize="13"
        fontWeight="600"
        className="tabular fill-ink"
      >
        {t('crossing', { at: texts.settingText(swept, crossing.at) })}
      </text>
    </g>
  );
}
