'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Persona } from '@/core/contract/persona';
import { personaOf } from '@/core/sim/scenario/personaOf';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { shapeId, writeSoon } from '../focus';
import { FaultLines } from '../form/FieldFrame';
import { isAwayPersona, isShaped, withOwnPersona } from '../model/behaviour';
import { Away } from '../sections/Away';
import { DelayPlot } from './DelayPlot';
import { PersonaChoice } from './PersonaChoice';
import { PersonaForm } from './PersonaForm';

/** How somebody behaves: like a persona one knows, or in ways of their own; with what that does to mail and calls. */
export function PersonaPicker({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.persona');
  const { store } = useEditing();
  const persona = useDraft((d) => d.recipients[at]?.persona ?? '');
  const away = useDraft((d) => d.recipients[at]?.outOfOffice !== undefined);
  const shaped = useDraft((d) => isShaped(d, id));
  const behaviour = useBehaviour(at);
  const sharers = useDraft((d) => d.recipients.filter((r) => r.persona === persona).length);
  const shape = () => {
    edit(store, (d) => withOwnPersona(d, id, (name) => t('ownTitle', { name })));
    writeSoon(shapeId);
  };
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('title')}</legend>
      <PersonaChoice at={at} id={id} />
      {isAwayPersona(persona) && (
        <div className="mt-3 rounded-lg bg-well px-3 py-2">
          {!away && <p className="text-sm">{t('awayOffer')}</p>}
          <Away at={at} id={id} />
        </div>
      )}
      {behaviour && (
        // In sight while the figures below are pulled at, where a screen has room for both.
        <div
          className={
            shaped
              ? 'lg:[@media(min-height:40rem)]:sticky lg:top-15 lg:z-10 lg:-mx-3.5 lg:flow-root lg:border-b lg:border-line lg:bg-ground lg:px-3.5 lg:pb-2 [&_svg]:lg:max-w-md'
              : ''
          }
        >
          <DelayPlot persona={behaviour} at={at} />
        </div>
      )}
      <FaultLines path={['recipients', at, 'tune']} />
      <FaultLines path={['personas', persona]} />
      {!shaped && (
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          <button type="button" className={buttonClass('plain')} onClick={shape}>
            {t('shape')}
          </button>
          <p className="text-sm text-soft">{t('shapeNote')}</p>
        </div>
      )}
      {shaped && sharers > 1 && (
        <p className="mt-3 text-sm text-call">{t('shared', { count: sharers - 1 })}</p>
      )}
      {shaped && <PersonaForm name={persona} />}
    </fieldset>
  );
}

/** How somebody behaves, the same object until that changes; null where the persona's name leads nowhere. */
function useBehaviour(at: number): Persona | null {
  const persona = useDraft((d) => d.recipients[at]?.persona ?? '');
  const tune = useDraft((d) => d.recipients[at]?.tune);
  const personas = useDraft((d) => d.personas);
  return useMemo(
    () =>
      personas[persona] || defaultPersonas[persona]
        ? personaOf({ personas }, { persona, ...(tune && { tune }) })
        : null,
    [personas, persona, tune],
  );
}
