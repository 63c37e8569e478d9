'use client';

import { useTranslations } from 'next-intl';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { shapeId, writeSoon } from '../focus';
import { controlClass, FaultLines, FieldFrame } from '../form/FieldFrame';
import { behaviourOf, isShaped, withOwnPersona, withPersona } from '../model/behaviour';
import { DelayPlot } from './DelayPlot';
import { PersonaForm } from './PersonaForm';

/** How somebody behaves: like a persona one knows, or in ways of their own; with what that does to mail and calls. */
export function PersonaPicker({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.persona');
  const { store } = useEditing();
  const persona = useDraft((d) => d.recipients[at]?.persona ?? '');
  const own = useDraft((d) => d.personas);
  const tuned = useDraft((d) => d.recipients[at]?.tune !== undefined);
  const shaped = useDraft((d) => isShaped(d, id));
  const behaviour = useDraft((d) => d.recipients[at] && behaviourOf(d, id));
  const sharers = useDraft((d) => d.recipients.filter((r) => r.persona === persona).length);
  const shape = () => {
    edit(store, (d) => withOwnPersona(d, id, (name) => t('ownTitle', { name })));
    writeSoon(shapeId);
  };
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('title')}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-52 grow">
          <FieldFrame
            path={['recipients', at, 'persona']}
            label={t('like')}
            note={tuned ? t('tuned') : undefined}
          >
            {(described) => (
              <select
                className={controlClass}
                {...described}
                value={persona}
                onChange={(event) => edit(store, (d) => withPersona(d, id, event.target.value))}
              >
                {Object.entries({ ...defaultPersonas, ...own }).map(([name, { title }]) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        </div>
        {!shaped && (
          <button type="button" className={buttonClass('plain')} onClick={shape}>
            {t('shape')}
          </button>
        )}
      </div>
      {behaviour && <DelayPlot persona={behaviour} at={at} />}
      <FaultLines path={['recipients', at, 'tune']} />
      <FaultLines path={['personas', persona]} />
      {shaped && sharers > 1 && (
        <p className="mt-3 text-sm text-call">{t('shared', { count: sharers - 1 })}</p>
      )}
      {shaped && <PersonaForm name={persona} />}
    </fieldset>
  );
}
