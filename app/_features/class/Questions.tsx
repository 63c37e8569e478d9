'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';

const all = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10'] as const;

/** The questions of a debriefing, one at a time and large: description, analysis, application. */
export function Questions() {
  const t = useTranslations('class.questions');
  const [at, go] = useState(0);
  return (
    <section className="mt-14 rounded-2xl border border-line bg-panel p-6 sm:p-8" aria-labelledby="questions">
      <h2 id="questions" className="text-lg font-semibold text-soft">
        {t('title', { at: at + 1, of: all.length })}
      </h2>
      <p
        aria-live="polite"
        className="mt-3 min-h-[5.5rem] print:hidden max-w-[44ch] text-3xl leading-snug font-semibold tracking-tight"
      >
        {t(all[at] ?? 'q1')}
      </p>
      <div className="mt-5 flex gap-2 print:hidden">
        <button
          type="button"
          disabled={at === 0}
          className={buttonClass('plain', 'lg')}
          onClick={() => go(at - 1)}
        >
          {t('previous')}
        </button>
        <button
          type="button"
          disabled={at === all.length - 1}
          className={buttonClass('primary', 'lg')}
          onClick={() => go(at + 1)}
        >
          {t('next')}
        </button>
      </div>
      <ol className="hidden list-decimal space-y-2 pl-6 print:block">
        {all.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </section>
  );
}
