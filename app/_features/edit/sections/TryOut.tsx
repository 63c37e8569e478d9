'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { clockText } from '../../../_lib/clock';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { controlClass } from '../form/FieldFrame';
import { blocks } from '../model/faults';
import { SectionHead } from './SectionHead';

const modes = ['mail', 'call', 'free'] as const;

/** Draws what many runs of a scenario come to; `take` puts so many minutes into the brief as what to plan for. */
export type Simulate = (scenario: Scenario, take: (minutes: number) => void) => ReactNode;

/** Before class: play it oneself, from any moment, and see what many runs come to. */
export function TryOutSection({ simulate }: { simulate: Simulate }) {
  const t = useTranslations('editor.tryOut');
  const { store } = useEditing();
  const blocked = useEditor((s) => blocks(s.faults));
  const draft = useDraft((d) => d);
  const read = useMemo(() => (blocked ? null : scenarioSchema.safeParse(draft)), [blocked, draft]);
  return (
    <>
      <SectionHead title={t('heading')} lead={t('lead')} />
      {read?.success ? (
        <div className="mt-4 grid gap-8">
          <PlayIt />
          {simulate(read.data, (playMin) => edit(store, (d) => ({ ...d, playMin })))}
        </div>
      ) : (
        <p className="mt-4">{t('blocked')}</p>
      )}
    </>
  );
}

function PlayIt() {
  const t = useTranslations('editor.tryOut');
  const { keeper } = useEditing();
  const start = useDraft((d) => d.start);
  const lengthMin = useDraft((d) => d.lengthMin);
  const [mode, setMode] = useState<(typeof modes)[number]>('mail');
  const [from, setFrom] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const play = async () => {
    if (busy) return;
    setBusy(true);
    const seat = await keeper.preview(mode, from);
    setFailed(seat === null);
    if (seat !== null) location.assign(`/play/${seat}`);
    else setBusy(false);
  };
  return (
    <section aria-label={t('play')} className="grid gap-4 rounded-xl border border-line p-4">
      <h3 className="font-semibold">{t('play')}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <label htmlFor="play-mode" className="mb-1 block text-sm font-medium">
            {t('mode')}
          </label>
          <select
            id="play-mode"
            className={controlClass}
            value={mode}
            onChange={(event) => setMode(modes.find((m) => m === event.target.value) ?? 'mail')}
          >
            {modes.map((m) => (
              <option key={m} value={m}>
                {t(`modes.${m}`)}
              </option>
            ))}
          </select>
        </div>
        <Amount
          path={['play-from']}
          label={t('from')}
          note={t('fromNote', { time: clockText(start, from * 60_000) })}
          value={from}
          min={0}
          max={Math.max(0, lengthMin - 1)}
          onChange={(value) => setFrom(Math.round(value))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button
          type="button"
          className={buttonClass('primary')}
          aria-disabled={busy}
          onClick={() => void play()}
        >
          {t(busy ? 'preparing' : 'playButton')}
        </button>
        {failed && (
          <p role="alert" className="text-bad">
            {t('playFailed')}
          </p>
        )}
      </div>
    </section>
  );
}
