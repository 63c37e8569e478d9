'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ClassDebrief } from '@/core/contract/classDebrief';
import { csv } from '../../_ui/csv';
import { SavePicture } from '../../_ui/SavePicture';
import { SlopeChart } from './SlopeChart';
import { useSayings } from './useSayings';

/** One measure at a time, large enough for a room: the picture and what it says. */
export function Pictures({ page }: { page: ClassDebrief }) {
  const t = useTranslations('class');
  const names = useTranslations('debrief.measures.names');
  const means = useTranslations('debrief.measures.means');
  const sayings = useSayings(page);
  const [chosen, choose] = useState(page.measures[0]?.measure);
  const measure = page.measures.find((m) => m.measure === chosen) ?? page.measures[0];
  if (!measure) return <p className="mt-6 text-xl text-soft">{t('nothingYet')}</p>;
  const name = names(measure.measure);
  return (
    <section aria-label={t('pictures')} className="mt-8">
      <fieldset className="flex flex-wrap gap-2 border-0 p-0 print:hidden">
        <legend className="sr-only">{t('choose')}</legend>
        {page.measures.map((m) => (
          <label
            key={m.measure}
            className="cursor-pointer rounded-full border border-edge/60 px-4 py-2 has-checked:border-mail has-checked:bg-mail-wash has-checked:font-semibold has-checked:text-mail has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="measure"
              className="sr-only"
              checked={m.measure === measure.measure}
              onChange={() => choose(m.measure)}
            />
            {names(m.measure)}
          </label>
        ))}
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
