'use client';

import { useTranslations } from 'next-intl';
import type { Persona } from '@/core/contract/persona';
import { minutesOfDay } from '@/core/sim/time/localTime';
import { controlClass, FaultLines } from '../form/FieldFrame';
import { fieldId } from '../model/places';
import type { Shape } from './shape';

type Calendar = Persona['calendar'];
const days = [1, 2, 3, 4, 5, 6, 7] as const;
const shownHours = Array.from({ length: 16 }, (_, i) => i + 6);
const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Working hours as a week: days are ticked in the picture, hours and lunch written beside it. */
export function WeekGrid({ name, calendar, shape }: { name: string; calendar: Calendar; shape: Shape }) {
  const t = useTranslations('editor.week');
  const put = (tag: string, part: Partial<Calendar>) =>
    shape(`calendar-${tag}`, (p) => ({ ...p, calendar: { ...p.calendar, ...part } }));
  const { lunch } = calendar;
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t('title')}</legend>
      <div className="grid gap-4">
        <Week calendar={calendar} onDays={(daysOff) => put('days', { daysOff })} />
        <div className="grid gap-3">
          <div className="grid grid-cols-2 gap-3">
            <Time name={name} part="from" value={calendar.from} onChange={(from) => put('from', { from })} />
            <Time name={name} part="to" value={calendar.to} onChange={(to) => put('to', { to })} />
          </div>
          <label className="flex min-h-10 items-center gap-2.5">
            <input
              type="checkbox"
              className="size-5 accent-mail-solid"
              checked={lunch !== null}
              onChange={(event) => put('lunch', { lunch: event.target.checked ? usualLunch : null })}
            />
            {t('lunch')}
          </label>
          {lunch && (
            <div className="grid grid-cols-2 gap-3">
              <Time
                name={name}
                part="earliest"
                value={lunch.earliest}
                onChange={(earliest) => put('lunch-from', { lunch: { ...lunch, earliest } })}
              />
              <Time
                name={name}
                part="latest"
                value={lunch.latest}
                onChange={(latest) => put('lunch-to', { lunch: { ...lunch, latest } })}
              />
            </div>
          )}
        </div>
      </div>
      <FaultLines path={['personas', name, 'calendar']} />
    </fieldset>
  );
}

const usualLunch: NonNullable<Calendar['lunch']> = { earliest: '12:00', latest: '13:15', minutes: 30 };

function Time({
  name,
  part,
  value,
  onChange,
}: {
  name: string;
  part: 'from' | 'to' | 'earliest' | 'latest';
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('editor.week');
  const id = fieldId(['personas', name, 'calendar', part]);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {t(part)}
      </label>
      <input
        id={id}
        type="time"
        className={`${controlClass} tabular`}
        value={value}
        onChange={(event) => clockTime.test(event.target.value) && onChange(event.target.value)}
      />
    </div>
  );
}

/** The picture: a column for each day with its tick, hours from top to bottom. */
function Week({ calendar, onDays }: { calendar: Calendar; onDays: (off: number[]) => void }) {
  const t = useTranslations('editor.week');
  const { daysOff, from, to } = calendar;
  const toggle = (day: number, on: boolean) =>
    onDays(on ? daysOff.filter((d) => d !== day) : [...daysOff, day].sort((a, b) => a - b));
  const top = (time: string) => Math.min(100, Math.max(0, ((minutesOfDay(time) / 60 - 6) / 16) * 100));
  return (
    <div className="grid grid-cols-[2.25rem_repeat(7,minmax(0,1fr))] gap-x-1">
      <span />
      {days.map((day) => {
        const works = !daysOff.includes(day);
        return (
          <label key={day} className="grid min-h-10 cursor-pointer justify-items-center text-xs">
            <span>{t(`days.${day}`)}</span>
            <input
              type="checkbox"
              className="size-5 accent-mail-solid"
              checked={works}
              // The last working day stays: nobody works on no day.
              disabled={works && daysOff.length >= 6}
              onChange={(event) => toggle(day, event.target.checked)}
            />
          </label>
        );
      })}
      <div aria-hidden="true" className="tabular relative h-28 text-2xs text-soft">
        {shownHours
          .filter((h) => h % 4 === 0)
          .map((h) => (
            <span
              key={h}
              className="absolute right-1 -translate-y-1/2"
              style={{ top: `${((h - 6) / 16) * 100}%` }}
            >
              {`${h}:00`}
            </span>
          ))}
      </div>
      {days.map((day) => (
        <div key={day} aria-hidden="true" className="relative h-28 overflow-hidden rounded bg-well">
          {!daysOff.includes(day) && (
            <div
              className="absolute inset-x-0 rounded bg-mail-wash outline outline-mail-line/60 -outline-offset-1"
              style={{ top: `${top(from)}%`, bottom: `${100 - top(to)}%` }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
