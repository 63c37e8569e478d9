'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { PromiseRow } from '@/core/contract/promises';
import { clockText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';

interface Line {
  request: string;
  how: PromiseRow['how'];
  /** Seconds since the start. */
  at: number | null;
}
type Told = Line | { done: true };

/** Runs the program in a worker, against the run's own timings, and shows what it prints. */
export function RunCode({ src, rows, start }: { src: string; rows: readonly PromiseRow[]; start: string }) {
  const t = useTranslations('debrief.promises');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [state, setState] = useState<'idle' | 'running' | 'done' | 'failed'>('idle');
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const run = () => {
    worker.current?.terminate();
    setLines([]);
    setState('running');
    const own = new Worker(src);
    worker.current = own;
    own.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('done' in data) setState('done');
      else setLines((before) => [...before, data]);
    };
    own.onerror = () => setState('failed');
  };
  const same = lines.every((line, i) => line.how === rows[i]?.how && sameInstant(line, rows[i]));
  const titleOf = (request: string) => rows.find((r) => r.request === request)?.title ?? request;
  return (
    <div className="mt-3 print:hidden">
      <button type="button" onClick={run} className={buttonClass('plain')} disabled={state === 'running'}>
        {t('runIt')}
      </button>
      {lines.length > 0 && (
        <ol className="tabular mt-3 font-mono text-[12.5px] leading-5" aria-label={t('printed')}>
          {lines.map((line) => (
            <li key={line.request}>
              <span className="text-soft">{line.at === null ? '—' : clockText(start, line.at * 1_000)}</span>{' '}
              {titleOf(line.request)} <span className="text-soft">{t(`how.${line.how}`)}</span>
            </li>
          ))}
        </ol>
      )}
      <p role="status" className="mt-2 text-sm text-soft">
        {state === 'done' ? t(same ? 'same' : 'different') : state === 'failed' ? t('failed') : ''}
      </p>
    </div>
  );
}

/** Settled at one instant, the order among them means nothing. */
const sameInstant = (line: Line, row: PromiseRow | undefined): boolean =>
  (line.at === null ? null : Math.round(line.at * 1_000)) === row?.takenUpMs;
