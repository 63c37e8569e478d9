import { useTranslations } from 'next-intl';
import type { PromisesView } from '@/core/contract/promises';
import { SavePicture } from '../../_ui/SavePicture';
import { Code } from './Code';
import { PromiseFigure } from './PromiseFigure';
import { PromiseTable } from './PromiseTable';
import { RunCode } from './RunCode';

/** Each run of the plan as promises: every request from pending to settled, beside the program that would have made the run. */
export function Promises({ seat, views }: { seat: string; views: readonly PromisesView[] }) {
  const t = useTranslations('debrief.promises');
  return (
    <section className="mt-14" aria-labelledby="promises">
      <h2 id="promises" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-[68ch] text-soft">{t('lead')}</p>
      <figure aria-labelledby="promises">
        {views.map((view) => (
          <OneRun key={view.run} seat={seat} view={view} />
        ))}
      </figure>
      <p className="mt-6 max-w-[68ch] text-sm text-soft">{t('limits')}</p>
    </section>
  );
}

function OneRun({ seat, view }: { seat: string; view: PromisesView }) {
  const t = useTranslations('debrief.promises');
  const title = t(`runBy.${view.mode}`);
  return (
    <article className="mt-8 break-inside-avoid-page" aria-label={title}>
      <h3 className="text-lg font-semibold">{title}</h3>
      <p className="mt-1 max-w-[68ch] text-sm text-soft">{t(`says.${view.mode}`)}</p>
      {view.rows.length === 0 ? (
        <p className="mt-3 text-soft">{t('none')}</p>
      ) : (
        <div className="mt-4 grid items-start gap-6 lg:grid-cols-2">
          <figure aria-label={t('pending')}>
            <PromiseFigure view={view} />
            <figcaption className="mt-2 text-sm text-soft">{t('key')}</figcaption>
            <div className="mt-2 flex flex-wrap items-center gap-x-4 print:hidden">
              <SavePicture name={`meanwhile-promises-${view.run}`} svg={t('saveSvg')} png={t('savePng')} />
              <PromiseTable view={view} />
            </div>
          </figure>
          <div className="min-w-0">
            <Code code={view.code} label={t('code')} />
            <RunCode
              src={`/api/runs/${seat}/promises.js?run=${view.run}`}
              rows={view.rows}
              start={view.start}
            />
          </div>
        </div>
      )}
    </article>
  );
}
