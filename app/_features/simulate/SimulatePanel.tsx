'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '@/core/contract/scenario';
import { buttonClass } from '../../_ui/buttonClass';
import { ProgressBar } from '../../_ui/ProgressBar';
import { Minutes } from './Minutes';
import { OutcomeTable } from './OutcomeTable';
import { SeparationText } from './SeparationText';
import { playedAs, Simulating } from './simulating';
import { replications, simulated } from './simulation';

/** A simulation that lasts as long as its panel is on the page. */
export function OwnSimulatePanel({ scenario }: { scenario: Scenario }) {
  const [simulating] = useState(() => new Simulating());
  useEffect(() => () => simulating.end(), [simulating]);
  return <SimulatePanel scenario={scenario} simulating={simulating} />;
}

/**
 * A scenario tried out before anybody plays it: a thousand runs by each policy in web workers, and what an author wants to
 * know of them. Takes a complete document without problems; its texts are those of the namespace `simulate`. Findings of a document
 * that has changed since are marked, not taken away. `onMinutes` takes the real minutes that a player should plan for, by what was
 * measured.
 */
export function SimulatePanel({
  scenario,
  simulating,
  onMinutes,
}: {
  scenario: Scenario;
  simulating: Simulating;
  onMinutes?: (minutes: number) => void;
}) {
  const t = useTranslations('simulate');
  const { state, found } = useStore(simulating.store);
  const as = useMemo(() => playedAs(scenario), [scenario]);
  const stale = found !== null && found.of !== as;
  const findings = found?.findings ?? null;
  const playing = state.at === 'playing';
  return (
    <section aria-label={t('title')} aria-busy={playing}>
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      <p className="mt-1 max-w-[65ch] text-soft">{t('lead', { n: replications })}</p>
      <div className="mt-3 flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2">
        {playing ? (
          <button type="button" onClick={() => simulating.stop()} className={buttonClass('plain')}>
            {t('stop')}
          </button>
        ) : (
          <button type="button" onClick={() => simulating.start(scenario)} className={buttonClass('primary')}>
            {t(findings ? 'again' : 'start')}
          </button>
        )}
        {playing && <ProgressBar label={t('progress')} value={state.done} max={state.of} />}
        <p role="status" className="tabular text-sm text-soft">
          {playing
            ? t('playing', { done: state.done, of: simulated.length * replications })
            : state.at !== 'idle' && t(stale ? 'stale' : state.at)}
        </p>
      </div>
      {findings && (
        <div className={stale ? 'opacity-60' : ''}>
          {findings.separation && <SeparationText separation={findings.separation} />}
          <OutcomeTable policies={findings.policies} />
          {onMinutes && (
            <Minutes policies={findings.policies} planned={scenario.playMin} onMinutes={onMinutes} />
          )}
          <p className="mt-3 max-w-[65ch] text-sm text-soft">{t('model')}</p>
        </div>
      )}
    </section>
  );
}
