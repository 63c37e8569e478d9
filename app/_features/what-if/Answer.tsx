import { useTranslations } from 'next-intl';
import type { StudyPoint } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import { buttonClass } from '../../_ui/buttonClass';
import { SavePicture } from '../../_ui/SavePicture';
import { Chart } from './Chart';
import { Computed } from './Computed';
import { CopyAddress } from './CopyAddress';
import { CurveKey } from './CurveKey';
import { sizeFor } from './chartScales';
import { PlacesTable, placeRows } from './PlacesTable';
import { StudyProgress } from './StudyProgress';
import type { Asked, Shown } from './study';
import { useCrossingText } from './useCrossingText';
import type { useStudy } from './useStudy';
import type { Texts } from './useTexts';
import { useWidth } from './useWidth';

interface Props {
  asked: Asked;
  swept: Parameter;
  /** The second parameter, with a picture for each of its levels. */
  second: Parameter | null;
  points: readonly StudyPoint[];
  study: ReturnType<typeof useStudy>;
  texts: Texts;
}

/** The pictures of a question, what they say in words, how far they are, and the tables behind them. */
export function Answer({ asked, swept, second, points, study, texts }: Props) {
  const t = useTranslations('whatIf');
  const { shown, progress } = study;
  const [frame, width] = useWidth();
  const comparable = shown?.measure === asked.measure && shown.sweep === asked.sweep;
  const pictures = (comparable ? shown.pictures : []).filter(
    ({ picture, level }) => asked.levels.includes(level) && isOf(picture, asked, swept),
  );
  const single = second === null;
  const size = sizeFor(width, !single);
  return (
    <section aria-label={t('answer')} aria-busy={progress.at === 'playing'} className="min-w-0">
      <div ref={frame}>
        {pictures.length === 0 && (
          <p className="flex items-center text-soft" style={{ minHeight: size.height }}>
            {t(progress.at === 'failed' ? 'failed' : 'first')}
          </p>
        )}
        {pictures.map(({ level, picture }) => (
          <figure key={level ?? 'all'} className={single ? '' : 'mt-6 first:mt-0'}>
            <Said {...{ picture, swept, level, second, asked, texts }} />
            <Chart
              picture={picture}
              beside={pictures.map((p) => p.picture)}
              {...{ swept, points, size, texts }}
              measure={asked.measure}
              label={t('chart.label')}
            />
            {size.right < 100 && <CurveKey policies={asked.policies} />}
            <p className="mt-1 print:hidden">
              <SavePicture
                name={`meanwhile-what-if-${asked.sweep}`}
                svg={t('save.svg')}
                png={t('save.png')}
                table={{ label: t('save.csv'), text: () => placeRows(picture, asked, level) }}
              />
            </p>
          </figure>
        ))}
      </div>
      <StudyProgress {...study} of={asked.replications} />
      <div className="mt-4 flex flex-wrap gap-3 print:hidden">
        <CopyAddress />
        <a href={`?scenario=${asked.scenario}`} className={buttonClass('quiet')}>
          {t('asItStands')}
        </a>
      </div>
      {pictures.map(({ level, picture }) => (
        <PlacesTable key={level ?? 'all'} {...{ picture, asked, swept, second, level, texts }} />
      ))}
      <Computed asked={asked} />
    </section>
  );
}

/** Whether a picture has the curves and places that are asked for now; one of other settings may stand until its successor is there. */
const isOf = ({ curves }: Shown['pictures'][number]['picture'], asked: Asked, swept: Parameter): boolean =>
  curves.map((c) => c.policy).join() === asked.policies.join() &&
  curves.every((c) => c.places.map((p) => p.x).join() === swept.values.join());

interface SaidProps extends Pick<Props, 'asked' | 'swept' | 'second' | 'texts'> {
  picture: Shown['pictures'][number]['picture'];
  level: number | null;
}

/** What the picture says, in a sentence or two, above it. */
function Said({ picture, swept, level, second, asked, texts }: SaidProps) {
  const t = useTranslations('whatIf');
  const [verdict, doubt] = useCrossingText(picture, swept, asked.measure, texts);
  return (
    <figcaption className="mb-2">
      {second && level !== null && (
        <h2 className="text-lg font-semibold">
          {t('level', { name: texts.nameOf(second.name), value: texts.settingText(second, level) })}
        </h2>
      )}
      <p className="max-w-[60ch] text-xl leading-snug font-medium">{verdict}</p>
      {doubt && <p className="mt-1 max-w-[70ch] text-soft">{doubt}</p>}
    </figcaption>
  );
}
