'use client';

import { useLocale, useTranslations } from 'next-intl';
import { scenarioSchema } from '@/core/contract/scenario';
import { clockText, dayText, storyTime } from '../../../_lib/clock';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { FaultLines } from '../form/FieldFrame';
import { AreaField, TextField } from '../form/fields';
import { ItemForm } from '../form/ItemForm';
import { Lines, someOf } from '../form/Lines';
import { setAt } from '../model/change';
import { More } from './More';
import { SectionHead } from './SectionHead';
import { StoryField } from './StoryField';

const headSchema = scenarioSchema.pick({
  title: true,
  summary: true,
  start: true,
  license: true,
  language: true,
});

/** What a participant is told before they start, and the frame of the whole. */
export function BriefSection() {
  const t = useTranslations('editor.brief');
  const at = ['brief'];
  return (
    <>
      <SectionHead title={t('heading')} lead={t('lead')} />
      <FaultLines path={['slug']} />
      <div className="mt-4 grid gap-4">
        <Head />
        <ItemForm at={at} name="brief" schema={scenarioSchema.shape.brief}>
          <TextField name="you" label={t('you')} note={t('youNote')} />
          <StoryField />
          <AreaField name="goal" label={t('goal')} note={t('goalNote')} rows={2} />
        </ItemForm>
        <Times />
        <Frame />
      </div>
    </>
  );
}

function Head() {
  const t = useTranslations('editor.brief');
  return (
    <ItemForm at={[]} name="head" schema={headSchema} only={['title', 'summary']}>
      <TextField name="title" label={t('title')} />
      <TextField name="summary" label={t('summary')} note={t('summaryNote')} />
    </ItemForm>
  );
}

function Times() {
  const t = useTranslations('editor.brief');
  const { store } = useEditing();
  const lengthMin = useDraft((d) => d.lengthMin);
  const playMin = useDraft((d) => d.playMin);
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <ItemForm at={[]} name="start" schema={headSchema} only={['start']}>
        <TextField name="start" type="datetime-local" label={t('start')} note={t('startNote')} />
      </ItemForm>
      <Amount
        path={['lengthMin']}
        label={t('length')}
        note={useEndText()}
        value={lengthMin}
        min={5}
        max={28_800}
        onChange={(value) => edit(store, (d) => ({ ...d, lengthMin: value }), 'lengthMin')}
      />
      <Amount
        path={['playMin']}
        label={t('playMin')}
        note={t('playMinNote')}
        value={playMin}
        min={1}
        max={240}
        onChange={(value) => edit(store, (d) => ({ ...d, playMin: value }), 'playMin')}
      />
    </div>
  );
}

/** When the story ends, with the day where it is another than that of the start. */
function useEndText(): string {
  const t = useTranslations('editor.brief');
  const language = useLocale();
  const start = useDraft((d) => d.start);
  const lengthMs = useDraft((d) => d.lengthMin) * 60_000;
  // A date can be no date, and a length longer than a date holds.
  if (Number.isNaN(new Date(storyTime(start, lengthMs)).getTime())) return t('lengthNote');
  const time = clockText(start, lengthMs);
  const day = dayText(start, lengthMs, language);
  return day === dayText(start, 0, language) ? t('ends', { time }) : t('endsOn', { day, time });
}

const none: readonly string[] = [];

/** What is seldom changed. */
function Frame() {
  const t = useTranslations('editor.brief');
  const { store } = useEditing();
  const offset = useDraft((d) => d.utcOffsetMin);
  const tags = useDraft((d) => d.tags) ?? none;
  return (
    <More name="frame" title={t('more')} paths={[['tags'], ['license'], ['language'], ['utcOffsetMin']]}>
      <Lines
        path={['tags']}
        label={t('tags')}
        note={t('tagsNote')}
        lines={tags}
        rows={2}
        onChange={(lines) => edit(store, (d) => setAt(d, ['tags'], someOf(lines)), 'tags')}
      />
      <ItemForm at={[]} name="frame" schema={headSchema} only={['license', 'language']}>
        <TextField name="license" label={t('license')} note={t('licenseNote')} />
        <TextField name="language" label={t('language')} note={t('languageNote')} />
      </ItemForm>
      <Amount
        path={['utcOffsetMin']}
        label={t('offset')}
        note={t('offsetNote')}
        value={offset / 60}
        min={-14}
        max={14}
        step={0.25}
        onChange={(hours) => edit(store, (d) => ({ ...d, utcOffsetMin: Math.round(hours * 60) }), 'offset')}
      />
    </More>
  );
}
