'use client';

import { useTranslations } from 'next-intl';
import type { Persona } from '@/core/contract/persona';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { shapeId } from '../focus';
import { Slider } from '../form/Amount';
import { putPersona } from '../model/behaviour';
import { typical, withTypical } from '../model/duration';
import type { Path } from '../model/faults';
import { More } from '../sections/More';
import { MailHabit } from './MailHabit';
import { Group, type Shape, type ShapeProps } from './shape';
import { WeekGrid } from './WeekGrid';

/** The figures of one persona of the scenario, by what they mean. */
export function PersonaForm({ name }: { name: string }) {
  const t = useTranslations('editor.persona');
  const { store } = useEditing();
  const persona = useDraft((d) => d.personas[name]);
  if (!persona) return null;
  const shape: Shape = (tag, change) => edit(store, (d) => putPersona(d, name, change), `${name}/${tag}`);
  return (
    <div className="mt-4 grid gap-6 lg:[&_:is(input,select,summary,textarea)]:scroll-mt-72">
      <div>
        <label htmlFor={shapeId} className="mb-1 block text-sm font-medium">
          {t('name')}
        </label>
        <input
          id={shapeId}
          maxLength={60}
          value={persona.title}
          onChange={(event) => shape('title', (p) => ({ ...p, title: event.target.value }))}
          className="min-h-10 w-full rounded-lg border border-edge bg-raised px-3 text-base"
        />
      </div>
      <MailHabit name={name} persona={persona} shape={shape} />
      <Replies name={name} persona={persona} shape={shape} />
      <Calls name={name} persona={persona} shape={shape} />
      <More name="persona-rare" title={t('rare')} paths={rarePaths(name)}>
        <RareReplies name={name} persona={persona} shape={shape} />
        <RareCalls name={name} persona={persona} shape={shape} />
      </More>
      <More name="persona-presence" title={t('presence')} paths={[['personas', name, 'calendar']]}>
        <Presence name={name} persona={persona} shape={shape} />
        <WeekGrid name={name} calendar={persona.calendar} shape={shape} />
      </More>
    </div>
  );
}

const percent = (share: number) => Math.round(share * 1_000) / 10;
const rarePaths = (name: string): Path[] => [
  ['personas', name, 'traffic'],
  ['personas', name, 'call', 'busyShare'],
  ['personas', name, 'call', 'callBack'],
];

/** The chance of an answer at the k-th asking. */
function Chance({ name, persona, shape, k }: ShapeProps & { k: 0 | 1 | 2 }) {
  const t = useTranslations('editor.persona');
  const { chance } = persona.reply;
  return (
    <Slider
      path={['personas', name, 'reply', 'chance', k]}
      label={t('chance', { nth: k + 1 })}
      unit={t('percent')}
      value={percent(chance[Math.min(k, chance.length - 1)] ?? 0)}
      min={0}
      max={100}
      most={100}
      onChange={(value) =>
        shape(`chance-${k}`, (p) => ({
          ...p,
          reply: { ...p.reply, chance: withChance(p, k, value / 100) },
        }))
      }
    />
  );
}

function Replies(props: ShapeProps) {
  const t = useTranslations('editor.persona');
  const { name, persona, shape } = props;
  return (
    <Group title={t('replies')}>
      <Chance {...props} k={0} />
      <Chance {...props} k={1} />
      <Slider
        path={['personas', name, 'handling']}
        label={t('handling')}
        note={t('handlingNote')}
        unit={t('minutes')}
        value={typical(persona.handling)}
        min={0.1}
        max={240}
        most={20}
        step={0.1}
        onChange={(value) => shape('handling', (p) => ({ ...p, handling: withTypical(p.handling, value) }))}
      />
    </Group>
  );
}

function RareReplies(props: ShapeProps) {
  const t = useTranslations('editor.persona');
  const { name, persona, shape } = props;
  return (
    <Group title={t('replies')}>
      <Chance {...props} k={2} />
      <Slider
        path={['personas', name, 'traffic', 'mailPerHour']}
        label={t('traffic')}
        note={t('trafficNote')}
        unit={t('perHour')}
        value={persona.traffic.mailPerHour}
        min={0}
        max={60}
        most={20}
        step={0.5}
        onChange={(value) =>
          shape('traffic', (p) => ({ ...p, traffic: { ...p.traffic, mailPerHour: value } }))
        }
      />
    </Group>
  );
}

/** The chances of the first askings; the last one holds for all after it. */
function withChance({ reply }: Persona, k: number, value: number): number[] {
  const length = Math.max(reply.chance.length, k + 1);
  return Array.from({ length }, (_, i) =>
    i === k ? value : (reply.chance[Math.min(i, reply.chance.length - 1)] ?? 0),
  );
}

function Share({ name, persona, shape, part }: ShapeProps & { part: 'pickUp' | 'busyShare' }) {
  const t = useTranslations('editor.persona');
  const most = part === 'busyShare' ? 90 : 100;
  return (
    <Slider
      path={['personas', name, 'call', part]}
      label={t(part)}
      note={t(`${part}Note`)}
      unit={t('percent')}
      value={percent(persona.call[part])}
      min={0}
      max={most}
      most={most}
      onChange={(value) => shape(part, (p) => ({ ...p, call: { ...p.call, [part]: value / 100 } }))}
    />
  );
}

function Calls(props: ShapeProps) {
  const t = useTranslations('editor.persona');
  return (
    <Group title={t('calls')}>
      <Share {...props} part="pickUp" />
    </Group>
  );
}

function RareCalls(props: ShapeProps) {
  const t = useTranslations('editor.persona');
  const { name, persona, shape } = props;
  const { call } = persona;
  const put = (tag: string, part: Partial<Persona['call']>) =>
    shape(tag, (p) => ({ ...p, call: { ...p.call, ...part } }));
  return (
    <Group title={t('calls')}>
      <Share {...props} part="busyShare" />
      {(['missed', 'voicemail'] as const).map((key) => (
        <Slider
          key={key}
          path={['personas', name, 'call', 'callBack', key]}
          label={t(`callBack.${key}`)}
          unit={t('percent')}
          value={percent(call.callBack[key])}
          min={0}
          max={100}
          most={100}
          onChange={(value) => put(`back-${key}`, { callBack: { ...call.callBack, [key]: value / 100 } })}
        />
      ))}
      <label className="flex min-h-10 items-center gap-2.5">
        <input
          type="checkbox"
          className="size-5 accent-mail-solid"
          checked={call.voicemail}
          onChange={(event) => put('voicemail', { voicemail: event.target.checked })}
        />
        {t('hasVoicemail')}
      </label>
    </Group>
  );
}

function Presence({ name, persona, shape }: ShapeProps) {
  const t = useTranslations('editor.persona');
  return (
    <Group title={t('desk')}>
      <Slider
        path={['personas', name, 'meetings', 'perSixHours']}
        label={t('meetings')}
        unit={t('inSixHours')}
        value={persona.meetings.perSixHours}
        min={0}
        max={12}
        most={6}
        step={0.5}
        onChange={(value) =>
          shape('meetings', (p) => ({ ...p, meetings: { ...p.meetings, perSixHours: value } }))
        }
      />
      <Slider
        path={['personas', name, 'meetings', 'minutes']}
        label={t('meetingLength')}
        unit={t('minutes')}
        value={persona.meetings.minutes}
        min={1}
        max={480}
        most={120}
        onChange={(value) =>
          shape('meeting-length', (p) => ({ ...p, meetings: { ...p.meetings, minutes: value } }))
        }
      />
      <Slider
        path={['personas', name, 'away', 'share']}
        label={t('awayShare')}
        note={t('awayShareNote')}
        unit={t('percent')}
        value={percent(persona.away.share)}
        min={0}
        max={90}
        most={90}
        onChange={(value) => shape('away', (p) => ({ ...p, away: { ...p.away, share: value / 100 } }))}
      />
    </Group>
  );
}
