'use client';

import { useTranslations } from 'next-intl';
import type { DeskKind } from '@/core/contract/scenario';
import { scenarioSchema } from '@/core/contract/scenario';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { focusSoon, headingId, writeSoon } from '../focus';
import { FaultLines } from '../form/FieldFrame';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { addCard } from '../model/add';
import { fieldId } from '../model/places';
import { useStartTexts } from '../useStartTexts';
import { CardForm } from './CardForm';
import { SectionHead } from './SectionHead';

const kinds = ['sum', 'match', 'sort'] as const;

/** The work that waits on the desk meanwhile. */
export function DeskSection() {
  const t = useTranslations('editor.desk');
  const { store } = useEditing();
  const texts = useStartTexts();
  const cards = useDraft((d) => d.desk.cards);
  const add = (kind: DeskKind['kind']) => {
    edit(store, (d) => addCard(d, kind, texts));
    writeSoon(fieldId(['desk', 'cards', cards.length, 'prompt']));
  };
  const remove = (at: number) => {
    edit(store, (d) => ({ ...d, desk: { ...d.desk, cards: d.desk.cards.filter((_, i) => i !== at) } }));
    focusSoon(headingId);
  };
  return (
    <>
      <SectionHead title={t('heading')} lead={t('lead')} />
      <div className="mt-4 grid gap-4">
        <ItemForm at={['desk']} name="desk" schema={scenarioSchema.shape.desk} only={['title', 'intro']}>
          <TextField name="title" label={t('title')} />
          <TextField name="intro" label={t('intro')} />
        </ItemForm>
        <FaultLines path={['desk', 'cards']} whole={false} />
        {cards.map((card, i) => (
          // Cards have no names: their place is all that tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={`${i} ${card.kind}`} className="grid gap-4 rounded-xl border border-line p-4">
            <legend className="px-1 font-semibold">{t(`kinds.${card.kind}`)}</legend>
            <p className="text-sm text-soft">{t(`shows.${card.kind}`)}</p>
            <CardForm at={i} card={card} />
            <div>
              <button type="button" className={buttonClass('danger', 'sm')} onClick={() => remove(i)}>
                {t('remove')}
              </button>
            </div>
          </fieldset>
        ))}
        <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
          {kinds.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className={buttonClass('plain')}
                aria-describedby={`shows-${kind}`}
                onClick={() => add(kind)}
              >
                {t(`add.${kind}`)}
              </button>
              <p id={`shows-${kind}`} className="mt-1 text-sm text-soft">
                {t(`shows.${kind}`)}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
