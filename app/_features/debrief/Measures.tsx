import { useTranslations } from 'next-intl';
import type { DebriefPage, DebriefView } from '@/core/contract/debrief';
import { figureHref } from '../../_lib/figures';
import { buttonClass } from '../../_ui/buttonClass';
import { FigureLink } from '../../_ui/FigureLink';
import { MeasureTable } from './MeasureTable';
import { Predictions } from './Predictions';

/** Section M: every measure, how it was computed, and the export it can be computed from again. */
export function Measures({ page }: { page: DebriefPage }) {
  const t = useTranslations('debrief.measures');
  const { runs, prediction, seat } = page;
  return (
    <section className="mt-14 max-w-6xl" aria-labelledby="measures">
      <h2 id="measures" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 max-w-[70ch] text-sm text-soft">
        {t(runs.length > 1 ? 'leadPair' : 'lead')} <ClockNote runs={runs} />{' '}
        <FigureLink href={figureHref('felt')} />
      </p>
      {prediction && runs.length > 1 && <Predictions prediction={prediction} runs={runs} />}
      <MeasureTable runs={runs} />
      {runs.length > 1 && <p className="mt-3 text-xs text-soft">{t('constructed')}</p>}
      <Exports seat={seat} runs={runs} />
    </section>
  );
}

/** Which clock ran, and how long the person wrote, read and talked in real time: felt is not measured (T8). */
function ClockNote({ runs }: { runs: readonly DebriefView[] }) {
  const t = useTranslations('debrief.clock');
  const seconds = (ms: number) => Math.round(ms / 1_000);
  const clocks = runs.map(({ clock }) =>
    clock.kind === 'scene' ? t('scene') : t('constant', { rate: clock.rate }),
  );
  const felt = runs.map(({ mode, felt: { writingMs, readingMs, talkingMs } }) =>
    t(`felt.${mode}`, {
      writing: seconds(writingMs),
      reading: seconds(readingMs),
      talking: seconds(talkingMs),
    }),
  );
  return <>{[...new Set(clocks), ...felt].join(' ')}</>;
}

function Exports({ seat, runs }: { seat: string; runs: readonly DebriefView[] }) {
  const t = useTranslations('debrief');
  return (
    <form
      method="get"
      action={`/api/runs/${seat}/export.csv`}
      className="mt-5 flex flex-wrap items-center gap-3 text-sm print:hidden"
    >
      {runs.length > 1 ? (
        <label className="inline-flex items-center gap-2">
          {t('export.run')}
          <select name="run" className="min-h-10 rounded-lg border border-edge/60 bg-raised px-2.5">
            {runs.map((view) => (
              <option key={view.run} value={view.run}>
                {t(`modeTitle.${view.mode}`)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <input type="hidden" name="run" value={runs[0]?.run ?? 1} />
      )}
      <button type="submit" className={buttonClass('plain')}>
        {t('export.csv')}
      </button>
      <button type="submit" formAction={`/api/runs/${seat}/export.json`} className={buttonClass('quiet')}>
        {t('export.json')}
      </button>
      <span className="max-w-[48ch] text-xs text-soft">{t('export.note')}</span>
    </form>
  );
}
