import { useTranslations } from 'next-intl';
import { calls, flights } from './flights';
import styles from './picture.module.css';

const wide = 960;
const narrow = 400;
const edge = 24;
const x = (min: number, width: number) => edge + (min / 60) * (width - 2 * edge);
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
      <Drawing width={wide} shown="max-sm:hidden" />
      <Drawing width={narrow} shown="sm:hidden" />
      <div className="mt-1 flex flex-wrap items-baseline gap-x-3" aria-hidden="true">
        <span className="text-lg font-semibold text-call">{t('byCall')}</span>
        <span className="text-sm text-soft">{t('byCallNote')}</span>
      </div>
    </figure>
  );
}

function Drawing({ width, shown }: { width: number; shown: string }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${callTop + 60}`}
      className={`h-auto w-full ${shown}`}
      aria-hidden="true"
      focusable="false"
    >
      <g className="stroke-line" strokeWidth="1">
        {[0, 10, 20, 30, 40, 50, 60].map((min) => (
          <path key={min} d={`M${x(min, width)} 8V${callTop + 56}`} />
        ))}
      </g>
      <g className={styles.ghost}>
        <Marks width={width} />
      </g>
      <g className={width === wide ? styles.sweep : styles.shortSweep}>
        <Marks width={width} />
      </g>
      <path className={width === wide ? styles.hand : styles.shortHand} d={`M${edge} 4V${callTop + 58}`} />
    </svg>
  );
}

function Marks({ width }: { width: number }) {
  return (
    <>
      {flights.map((f, i) => (
        <g key={f.from} className="stroke-mail">
          <path
            d={`M${x(f.from, width)} ${lane(i)}H${x(f.to ?? 60, width) - (f.to ? 0 : 5)}`}
            strokeWidth="2"
            strokeLinecap="round"
          />
          {f.to === null ? (
            <circle cx={x(60, width)} cy={lane(i)} r="5" strokeWidth="2" className="fill-ground" />
          ) : (
            <circle cx={x(f.to, width)} cy={lane(i)} r="6" className="fill-mail" />
          )}
        </g>
      ))}
      {calls.map((c) => (
        <rect
          key={c.from}
          x={x(c.from, width)}
          y={callTop}
          width={x(c.to, width) - x(c.from, width)}
          height="48"
          rx="5"
          className="fill-call-solid"
        />
      ))}
    </>
  );
}
