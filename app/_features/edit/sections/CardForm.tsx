'use client';

import { useTranslations } from 'next-intl';
import { type DeskKind, deskKindSchema } from '@/core/contract/scenario';
import { useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines } from '../form/Lines';
import { setAt } from '../model/change';

/** One kind of card, by what it asks. */
export function CardForm({ at, card }: { at: number; card: DeskKind }) {
  const t = useTranslations('editor.desk');
  const path = ['desk', 'cards', at];
  const only =
    card.kind === 'sum' ? ['prompt', 'unit'] : card.kind === 'match' ? ['prompt', 'pattern'] : ['prompt'];
  return (
    <>
      <ItemForm at={path} name={`card ${at}`} schema={deskKindSchema} only={only}>
        <TextField name="prompt" label={t('prompt')} />
        {card.kind === 'sum' && <TextField name="unit" label={t('unit')} />}
        {card.kind === 'match' && <TextField name="pattern" label={t('pattern')} note={t('patternNote')} />}
      </ItemForm>
      {card.kind === 'sum' && <SumFields at={at} card={card} />}
      {card.kind === 'sort' && <SortFields at={at} card={card} />}
    </>
  );
}

function SumFields({ at, card }: { at: number; card: Extract<DeskKind, { kind: 'sum' }> }) {
  const t = useTranslations('editor.desk');
  const put = usePut(at);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['low', 'high'] as const).map((key) => (
          <Amount
            key={key}
            path={['desk', 'cards', at, key]}
            label={t(key)}
            value={card[key]}
            min={1}
            max={100_000}
            onChange={(value) => put(key, Math.round(value))}
          />
        ))}
      </div>
      <Lines
        path={['desk', 'cards', at, 'items']}
        label={t('items')}
        note={t('itemsNote')}
        lines={card.items}
        onChange={(items) => put('items', items)}
      />
    </>
  );
}

/** Buckets, and for each what belongs into it. */
function SortFields({ at, card }: { at: number; card: Extract<DeskKind, { kind: 'sort' }> }) {
  const t = useTranslations('editor.desk');
  const put = usePut(at);
  const { buckets, items } = card;
  return (
    <>
      <Lines
        path={['desk', 'cards', at, 'buckets']}
        label={t('buckets')}
        note={t('bucketsNote')}
        lines={buckets}
        rows={2}
        onChange={(next) => put('buckets', next)}
      />
      {buckets.map((bucket, b) => (
        <Lines
          // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its number
          key={b}
          path={['desk', 'cards', at, 'items', `bucket-${b}`]}
          label={t('inBucket', { bucket })}
          lines={items.filter((item) => item.bucket === b).map(({ text }) => text)}
          rows={3}
          onChange={(lines) =>
            put('items', [
              ...items.filter((item) => item.bucket < b),
              ...lines.map((text) => ({ text, bucket: b })),
              ...items.filter((item) => item.bucket > b),
            ])
          }
        />
      ))}
    </>
  );
}

function usePut(at: number): (key: string, value: unknown) => void {
  const { store } = useEditing();
  return (key, value) => edit(store, (d) => setAt(d, ['desk', 'cards', at, key], value), `card ${at}/${key}`);
}
