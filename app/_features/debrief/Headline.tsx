import { useTranslations } from 'next-intl';
import type { DebriefPage, DebriefView } from '@/core/contract/debrief';
import { briefSpan, clockText, spanText } from '../../_lib/clock';
import { figureHref } from '../../_lib/figures';
import { buttonClass } from '../../_ui/buttonClass';
import { FigureLink } from '../../_ui/FigureLink';

/** The plan in a few sentences, one for each run. */
export function Headline({ page }: { page: DebriefPage }) {
  const t = useTranslations('debrief');
  const { runs, step, seat } = page;
  const [first] = runs;
  if (!first) return null;
  return (
    <header className="pt-6">
      <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
      <p className="mt-1 text-soft">
        {first.scenario.title} · {clockText(first.start, 0)}–
        {clockText(first.start, Math.max(...runs.map((r) => r.endMs)))}
      </p>
      <div className="mt-5 grid gap-x-12 gap-y-4 lg:grid-cols-2">
        {runs.map((view) => (
          <p
            key={view.runId}
            className={`max-w-[52ch] border-l-4 pl-4 text-lg leading-snug sm:text-xl ${view.mode === 'call' ? 'border-call-solid' : 'border-mail'}`}
          >
            <Sentence view={view} />
          </p>
        ))}
      </div>
      <FigureLink href={figureHref('measures')} className="mt-4" />
      {step.at !== 'ended' && (
        <p className="mt-5 flex flex-wrap items-center gap-4">
          <a
            href={step.at === 'predict' ? `/between/${seat}` : `/play/${seat}`}
            className={buttonClass('primary')}
          >
            {t(step.at === 'predict' ? 'goNext' : 'goOn')}
          </a>
          <span className="text-soft">{t('more')}</span>
        </p>
      )}
    </header>
  );
}

function Sentence({ view }: { view: DebriefView }) {
  const t = useTranslations('debrief');
  const { measures } = view;
  const required = view.requests.filter((r) => r.required);
  const done = required.filter((r) => r.state === 'answered').length;
  return (
    <>
      <strong className="font-semibold">{t(`modeTitle.${view.mode}`)}: </strong>
      {t(`summary.${view.mode}`, {
        solved: done === required.length ? 'yes' : 'no',
        done,
        all: required.length,
        span: spanText(measures.completionTime ?? view.endMs),
        most: measures.inFlightMax ?? 0,
        cards: measures.deskDone ?? 0,
        blocked: briefSpan(measures.blockedTime ?? 0),
      })}
    </>
  );
}
