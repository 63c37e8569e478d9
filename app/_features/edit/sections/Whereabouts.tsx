'use client';

import { useTranslations } from 'next-intl';
import type { Recipient } from '@/core/contract/scenario';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { controlClass, FieldFrame } from '../form/FieldFrame';
import { SelectField, TextField } from '../form/fields';
import { putRecipient } from '../model/change';
import { More } from './More';

/** Where somebody is, whether mail reaches them, and who stands in for them. */
export function Whereabouts({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.recipients');
  const { store } = useEditing();
  const offset = useDraft((d) => d.recipients[at]?.utcOffsetMin ?? 0);
  const away = useDraft((d) => d.recipients[at]?.outOfOffice !== undefined);
  const put = (change: (r: Recipient) => Recipient, tag: string | null = null) =>
    edit(store, (d) => putRecipient(d, id, change), tag);
  return (
    <More
      name="whereabouts"
      title={t('whereabouts')}
      paths={[
        ['recipients', at, 'outOfOffice'],
        ['recipients', at, 'utcOffsetMin'],
      ]}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Amount
          path={['recipients', at, 'utcOffsetMin']}
          label={t('offset')}
          value={offset / 60}
          min={-14}
          max={14}
          step={0.25}
          onChange={(h) => put((r) => ({ ...r, utcOffsetMin: Math.round(h * 60) }), `${id}/offset`)}
        />
        <SelectField
          name="address"
          label={t('address')}
          options={[
            { value: 'valid', text: t('addressValid') },
            { value: 'outdated', text: t('addressOutdated') },
          ]}
        />
      </div>
      <label className="flex min-h-10 items-center gap-2.5">
        <input
          type="checkbox"
          className="size-5 accent-mail-solid"
          checked={away}
          onChange={(event) =>
            put(event.target.checked ? (r) => ({ ...r, outOfOffice: awayNow(r, t('awayText')) }) : back)
          }
        />
        {t('away')}
      </label>
      {away && (
        <div className="grid gap-4">
          <Deputy at={at} id={id} />
          <TextField name="outOfOffice.text" label={t('awayReply')} />
        </div>
      )}
    </More>
  );
}

const awayNow = (_: Recipient, text: string): NonNullable<Recipient['outOfOffice']> => ({ deputy: '', text });

const back = ({ outOfOffice: _, ...here }: Recipient): Recipient => here;

function Deputy({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.recipients');
  const { store } = useEditing();
  const others = useDraft((d) => d.recipients);
  const deputy = useDraft((d) => d.recipients[at]?.outOfOffice?.deputy ?? '');
  return (
    <FieldFrame path={['recipients', at, 'outOfOffice', 'deputy']} label={t('deputy')}>
      {(described) => (
        <select
          className={controlClass}
          {...described}
          value={deputy}
          onChange={(event) =>
            edit(store, (d) =>
              putRecipient(d, id, (r) =>
                r.outOfOffice ? { ...r, outOfOffice: { ...r.outOfOffice, deputy: event.target.value } } : r,
              ),
            )
          }
        >
          <option value="">{t('nobodyYet')}</option>
          {others
            .filter((r) => r.id !== id)
            .map((r) => (
              <option key={r.id} value={r.id}>
                {r.name}
              </option>
            ))}
        </select>
      )}
    </FieldFrame>
  );
}
