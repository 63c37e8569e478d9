'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { controlClass, FieldFrame } from '../form/FieldFrame';
import { withAwayLike } from '../model/away';
import { withPersona } from '../model/behaviour';
import { useStartTexts } from '../useStartTexts';
import { citesOf, isOffered, type Offered, offered, ownPersonas, titleOf } from './offered';

/** The personas one can choose from, each in one line, and what the chosen one's figures rest on. */
export function PersonaChoice({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.persona');
  const { store } = useEditing();
  const texts = useStartTexts();
  const persona = useDraft((d) => d.recipients[at]?.persona ?? '');
  const tuned = useDraft((d) => d.recipients[at]?.tune !== undefined);
  const personas = useDraft((d) => d.personas);
  const own = useMemo(() => ownPersonas({ personas }), [personas]);
  const line = (name: Offered) => t('option', { title: titleOf(name), line: t(`lines.${name}`) });
  const known = isOffered(persona) && !own.includes(persona) ? persona : null;
  return (
    <>
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
            onChange={(event) =>
              edit(store, (d) => withAwayLike(d, withPersona(d, id, event.target.value), id, texts))
            }
          >
            {(['game', 'published'] as const).map((kind) => (
              <optgroup key={kind} label={t(`kinds.${kind}`)}>
                {offered[kind]
                  .filter((name) => !own.includes(name))
                  .map((name) => (
                    <option key={name} value={name}>
                      {line(name)}
                    </option>
                  ))}
              </optgroup>
            ))}
            {own.length > 0 && (
              <optgroup label={t('kinds.own')}>
                {own.map((name) => (
                  <option key={name} value={name}>
                    {personas[name]?.title ?? name}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        )}
      </FieldFrame>
      {/* On a narrow screen the choice above is cut off. */}
      {known && !tuned && <p className="mt-1 text-sm text-soft sm:hidden">{line(known)}</p>}
      {known && <Rests name={known} />}
    </>
  );
}

function Rests({ name }: { name: Offered }) {
  const t = useTranslations('editor.persona');
  const format = useFormatter();
  const cites = citesOf(name);
  return (
    <p className="mt-1 text-xs text-soft">
      {cites.length > 0 ? t('rests.published', { cites: format.list(cites) }) : t('rests.game')}{' '}
      <a
        href={`/library/personas#${name}`}
        target="_blank"
        rel="noreferrer"
        className="text-mail underline underline-offset-4"
      >
        {t('rests.all')}
      </a>
    </p>
  );
}
