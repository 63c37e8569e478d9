'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ClassDebrief, ClassMeasure } from '@/core/contract/classDebrief';
import type { MeasureName } from '@/core/contract/measures';
import { figureHref } from '../../_lib/figures';
import { csv } from '../../_ui/csv';
import { SavePicture } from '../../_ui/SavePicture';
import { SlopeChart } from './SlopeChart';
import { useSayings } from './useSayings';

/** Measures to choose from without opening a list. */
const shownAtOnce = 7;

/** One measure at a time, large enough for a room: the picture and what it says. */
export function Pictures({ page }: { page: ClassDebrief }) {
  const t = useTranslations('class');
  const names = useTranslations('debrief.measures.names');
  const means = useTranslations('debrief.measures.means');
  const figures = useTranslations('figures');
  const sayings = useSayings(page);
  const [chosen, choose] = useState(page.measures[0]?.measure);
  const measure = page.measures.find((m) => m.measure === chosen) ?? page.measures[0];
  if (!measure) return <p className="mt-6 text-xl text-soft">{t('nothingYet')}</p>;
  const name = names(measure.measure);
  // What can be compared comes first, in one line; where nothing can, everything.
  const comparable = page.measures
    .filter((m) => m.difference && m.measure !== 'solved')
    .slice(0, shownAtOnce);
  const first = comparable.length > 0 ? comparable : page.measures;
  const others = page.measures.filter((m) => !first.includes(m));
  return (
    <section aria-label={t('pictures')} className="mt-8">
      <fieldset className="border-0 p-0 print:hidden">
        <legend className="sr-only">{t('choose')}</legend>
        <Choices measures={first} chosen={measure.measure} choose={choose} />
        {others.length > 0 && (
          <details className="mt-2">
            <summary className="min-h-10 cursor-pointer py-2 text-soft">{t('others')}</summary>
            <Choices measures={others} chosen={measure.measure} choose={choose} />
          </details>
        )}
      </fieldset>
      <figure className="mt-5 grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <SlopeChart measure={measure} />
          <p className="mt-2 text-sm text-soft">{t('chart.key')}</p>
          <SavePicture
            name={`meanwhile-${measure.measure}`}
            svg={t('save.svg')}
            png={t('save.png')}
            table={{ label: t('save.csv'), text: () => rowsOf(page, measure.measure) }}
          />
        </div>
        <figcaption aria-live="polite">
          <h2 className="text-3xl font-semibold tracking-tight">{name}</h2>
          <p className="mt-1 text-lg text-soft">{means(measure.measure)}</p>
          <a
            href={figureHref(measure.measure)}
            className="inline-block min-h-6 text-soft underline underline-offset-4 print:hidden"
          >
            {figures('linkOf', { name })}
          </a>
          {sayings(measure).map((line, i) => (
            <p
              key={line}
              className={`mt-4 max-w-[40ch] leading-snug ${i === 0 ? 'text-2xl' : 'text-xl text-soft'}`}
            >
              {line}
            </p>
          ))}
        </figcaption>
      </figure>
    </section>
  );
}

function Choices({
  measures,
  chosen,
  choose,
}: {
  measures: readonly ClassMeasure[];
  chosen: MeasureName;
  choose: (measure: MeasureName) => void;
}) {
  const names = useTranslations('debrief.measures.names');
  return (
    <div className="flex flex-wrap gap-2">
      {measures.map(({ measure }) => (
        <label
          key={measure}
          className="cursor-pointer rounded-full border border-edge/60 px-4 py-2 has-checked:border-mail has-checked:bg-mail-wash has-checked:font-semibold has-checked:text-mail has-focus-visible:outline-2"
        >
          <input
            type="radio"
            name="measure"
            className="sr-only"
            checked={measure === chosen}
            onChange={() => choose(measure)}
          />
          {names(measure)}
        </label>
      ))}
    </div>
  );
}

function rowsOf(page: ClassDebrief, name: string): string {
  const measure = page.measures.find((m) => m.measure === name);
  if (!measure) return '';
  if (measure.pairs.length > 0)
    return csv([
      ['mail', 'call', 'first'],
      ...measure.pairs.map((p) => [p.mail ?? '', p.call ?? '', p.mailFirst ? 'mail' : 'call']),
    ]);
  return csv([['mode', name], ...measure.groups.flatMap((g) => g.values.map((v) => [g.mode, v ?? '']))]);
}
