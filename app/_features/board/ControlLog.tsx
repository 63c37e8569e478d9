'use client';

import { useTranslations } from 'next-intl';
import { useBoard } from './boardContext';

/** What was done in the session, the newest first, and what became of it. */
export function ControlLog() {
  const t = useTranslations('board.log');
  const log = useBoard((s) => s.board.log);
  if (log.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-semibold">
        {t('title', { n: log.length })}
      </summary>
      <ol className="mt-1 divide-y divide-line">
        {log.map(({ seq, at, what, done, skipped, failed }) => (
          <li key={seq} className="tabular flex flex-wrap gap-x-4 py-2">
            <time dateTime={new Date(at).toISOString()} className="text-soft" suppressHydrationWarning>
              {timeOf(at)}
            </time>
            <span className="grow">{t(`what.${keyOf(what)}`)}</span>
            <span className={failed ? 'text-bad' : 'text-soft'}>
              {done === null
                ? t('underWay')
                : t('became', { done, skipped: skipped ?? 0, failed: failed ?? 0 })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Texts are keyed without the dot that names of events have. */
const keyOf = (what: string) => what.replace('.', '_') as 'session_started';

const timeOf = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
