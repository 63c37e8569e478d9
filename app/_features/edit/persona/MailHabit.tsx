'use client';

import { useTranslations } from 'next-intl';
import type { Distribution } from '@/core/contract/distribution';
import type { MailProfile, Persona } from '@/core/contract/persona';
import { Slider } from '../form/Amount';
import { controlClass } from '../form/FieldFrame';
import { Lines } from '../form/Lines';
import { typical, withTypical } from '../model/duration';
import { fieldId } from '../model/places';
import { Group, type ShapeProps } from './shape';

const habits = ['notified', 'interval', 'fixed', 'sampled'] as const;
type Habit = (typeof habits)[number];

const habitOf = (mail: MailProfile): Habit => (mail.profile === 'sampled' ? 'sampled' : mail.check.kind);

/** When somebody looks at their mail. */
export function MailHabit({ name, persona, shape }: ShapeProps) {
  const t = useTranslations('editor.persona');
  const { mail } = persona;
  const put = (tag: string, next: MailProfile) => shape(tag, (p) => ({ ...p, mail: next }));
  const id = fieldId(['personas', name, 'mail']);
  return (
    <Group title={t('mail')}>
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          {t('looks')}
        </label>
        <select
          id={id}
          className={controlClass}
          value={habitOf(mail)}
          onChange={(event) => {
            const habit = habits.find((h) => h === event.target.value);
            if (habit) put('habit', mailOf(habit, persona));
          }}
        >
          {habits.map((habit) => (
            <option key={habit} value={habit}>
              {t(`habits.${habit}`)}
            </option>
          ))}
        </select>
      </div>
      <Pace name={name} mail={mail} put={put} />
      {mail.profile === 'queue' && mail.check.kind !== 'notified' && (
        <label className="flex min-h-10 items-start gap-2.5 py-1.5">
          <input
            type="checkbox"
            className="mt-0.5 size-5 shrink-0 accent-mail-solid"
            checked={mail.discipline === 'exhaustive'}
            onChange={(event) =>
              put('discipline', { ...mail, discipline: event.target.checked ? 'exhaustive' : 'gated' })
            }
          />
          <span>
            {t('exhaustive')}
            <span className="block text-xs text-soft">{t('exhaustiveNote')}</span>
          </span>
        </label>
      )}
    </Group>
  );
}

/** How often, how soon or when, by the way they look. */
function Pace({
  name,
  mail,
  put,
}: {
  name: string;
  mail: MailProfile;
  put: (tag: string, next: MailProfile) => void;
}) {
  const t = useTranslations('editor.persona');
  const duration = (
    label: string,
    dist: Distribution,
    most: number,
    next: (d: Distribution) => MailProfile,
  ) => (
    <Slider
      path={['personas', name, 'mail', 'pace']}
      label={label}
      unit={t('minutes')}
      value={typical(dist)}
      min={0.1}
      max={1_440}
      most={most}
      step={0.1}
      onChange={(value) => put('pace', next(withTypical(dist, value)))}
    />
  );
  if (mail.profile === 'sampled')
    return duration(t('sampledDelay'), mail.delay, 240, (delay) => ({ ...mail, delay }));
  const { check } = mail;
  if (check.kind === 'fixed')
    return (
      <Lines
        path={['personas', name, 'mail', 'check', 'times']}
        label={t('times')}
        note={t('timesNote')}
        lines={check.times}
        rows={3}
        onChange={(lines) => {
          const times = lines.filter((line) => /^([01]\d|2[0-3]):[0-5]\d$/.test(line));
          if (times.length > 0) put('times', { ...mail, check: { ...check, times } });
        }}
      />
    );
  if (check.kind === 'interval')
    return duration(t('gap'), check.gap, 120, (gap) => ({ ...mail, check: { ...check, gap } }));
  return duration(t('notice'), check.delay, 30, (delay) => ({ ...mail, check: { ...check, delay } }));
}

/** A usual profile of this habit; what handling costs stays. */
function mailOf(habit: Habit, { mail }: Persona): MailProfile {
  const { overhead } = mail;
  if (habit === 'sampled')
    return { profile: 'sampled', delay: { kind: 'lognormal', median: 45, sigma: 1 }, overhead };
  const discipline = mail.profile === 'queue' ? mail.discipline : 'exhaustive';
  const checks = {
    notified: { kind: 'notified', delay: { kind: 'lognormal', median: 1.7, sigma: 0.7 } },
    interval: { kind: 'interval', gap: { kind: 'uniform', low: 15, high: 45 } },
    fixed: { kind: 'fixed', times: ['09:30', '13:30', '16:30'] },
  } as const satisfies Record<Exclude<Habit, 'sampled'>, unknown>;
  const check = checks[habit];
  return {
    profile: 'queue',
    check: check.kind === 'fixed' ? { ...check, times: [...check.times] } : check,
    discipline,
    overhead,
  };
}
