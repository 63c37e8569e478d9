import { useTranslations } from 'next-intl';
import { calls, flights } from './flights';
import styles from './picture.module.css';

const width = 960;
const x = (min: number) => 24 + (min / 60) * (width - 48);
const lane = (i: number) => 22 + i * 17;
const mailBottom = lane(flights.length - 1);
const callTop = mailBottom + 44;

/** The idea in one picture: thin lines that overlap against a block that fills the lane. Moves with a sweeping clock. */
export function Picture() {
  const t = useTranslations('landing');
  return (
    <figure className="relative">
      <figcaption className="sr-only">{t('picture')}</figcaption>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3" aria-hidden="true">
        <span className="text-lg font-semibold text-mail">{t('byMail')}</span>
        <span className="text-sm text-soft">{t('byMailNote')}</span>
      </div>
      <svg
        viewBox={`0 0 ${width} ${callTop + 60}`}
        className="h-auto w-full"
        aria-hidden="true"
        focusable="false"
      >
        <g className="stroke-line" strokeWidth="1">
          {[0, 10, 20, 30, 40, 50, 60].map((min) => (
            <path key={min} d={`M${x(min)} 8V${callTop + 56}`} />
          ))}
        </g>
        <g className={styles.ghost}>
          <Marks />
        </g>
        <g className={styles.sweep}>
          <Marks />
        </g>
        <path className={styles.hand} d={`M24 4V${callTop + 58}`} />
      </svg>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-3" aria-hidden="true">
        <span className="text-lg font-semibold text-call">{t('byCall')}</span>
        <span className="text-sm text-soft">{t('byCallNote')}</span>
      </div>
    </figure>
  );
}

function Marks() {
  return (
    <>
      {flights.map((f, i) => (
        <g key={f.from} className="stroke-mail">
          <path
            d={`M${x(f.from)} ${lane(i)}H${x(f.to ?? 60) - (f.to ? 0 : 5)}`}
            strokeWidth="2"
            strokeLinecap="round"
          />
          {f.to === null ? (
            <circle cx={x(60)} cy={lane(i)} r="5" strokeWidth="2" className="fill-ground" />
          ) : (
            <circle cx={x(f.to)} cy={lane(i)} r="6" className="fill-mail" />
          )}
        </g>
      ))}
      {calls.map((c) => (
        <rect
          key={c.from}
          x={x(c.from)}
          y={callTop}
          width={x(c.to) - x(c.from)}
          height="48"
          rx="5"
          className="fill-call-solid"
        />
      ))}
    </>
  );
}
