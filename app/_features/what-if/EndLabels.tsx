import { useTranslations } from 'next-intl';
import type { Picture } from '@/core/whatIf/picture';
import type { Scales, Size } from './chartScales';
import { looks } from './looks';

const apart = 22;

/** The name of each curve at its right end, none on another. */
export function EndLabels({ picture, scales, size }: { picture: Picture; scales: Scales; size: Size }) {
  const t = useTranslations('whatIf.policies');
  const { y, unreached } = scales;
  const wanted = picture.curves
    .map(({ policy, places }) => {
      const end = places.at(-1);
      const at = end?.centre == null ? (unreached ?? Math.min(...y.range())) : y(end.centre);
      return { policy, at };
    })
    .sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  const labels = wanted.map((label) => {
    last = Math.max(label.at, last + apart);
    return { ...label, at: last };
  });
  const over = Math.max(0, last - (size.height - size.bottom));
  return (
    <g>
      {labels.map(({ policy, at }) => (
        <text
          key={policy}
          x={size.width - size.right + 12}
          y={at - over}
          dy="0.32em"
          fontSize="14"
          fontWeight="600"
          className={looks[policy].text}
        >
          {t(`${policy}.short`)}
        </text>
      ))}
    </g>
  );
}
