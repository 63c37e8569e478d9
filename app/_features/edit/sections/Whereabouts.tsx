'use client';

import { useTranslations } from 'next-intl';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { SelectField } from '../form/fields';
import { isAwayPersona } from '../model/behaviour';
import { putRecipient } from '../model/change';
import { Away } from './Away';
import { More } from './More';

/** Where somebody is, whether mail reaches them, and who stands in for them. */
export function Whereabouts({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.recipients');
  const { store } = useEditing();
  const offset = useDraft((d) => d.recipients[at]?.utcOffsetMin ?? 0);
  const asked = useDraft((d) => isAwayPersona(d.recipients[at]?.persona ?? ''));
  const put = (hours: number) =>
    edit(
      store,
      (d) => putRecipient(d, id, (r) => ({ ...r, utcOffsetMin: Math.round(hours * 60) })),
      `${id}/offset`,
    );
  return (
    <More
      name="whereabouts"
      title={t('whereabouts')}
      says={useAwayText(at)}
      // Where the behaviour is that of somebody away, the switch stands there.
      paths={[...(asked ? [] : [['recipients', at, 'outOfOffice']]), ['recipients', at, 'utcOffsetMin']]}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Amount
          path={['recipients', at, 'utcOffsetMin']}
          label={t('offset')}
          value={offset / 60}
          min={-14}
          max={14}
          step={0.25}
          onChange={put}
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
      {!asked && (
        <div>
          <Away at={at} id={id} />
        </div>
      )}
    </More>
  );
}

/** Who stands in for somebody who is away; undefined while they are there. */
function useAwayText(at: number): string | undefined {
  const t = useTranslations('editor.recipients');
  const deputy = useDraft((d) => d.recipients[at]?.outOfOffice?.deputy);
  const name = useDraft((d) => d.recipients.find((r) => r.id === deputy)?.name);
  if (deputy === undefined) return undefined;
  return name === undefined ? t('awayAlone') : t('awayWith', { name });
}
