import type { Persona } from '@/core/contract/persona';
import type { Recipient, Scenario } from '@/core/contract/scenario';
import { localStart, minutesOfDay } from '../time/localTime';

const minutesPerDay = 1_440;

/** Whether the recipient's working hours overlap the run at all, before meetings and away spells (P1). */
export function worksDuring(
  scenario: Pick<Scenario, 'start' | 'utcOffsetMin' | 'lengthMin'>,
  recipient: Pick<Recipient, 'utcOffsetMin'>,
  calendar: Persona['calendar'],
): boolean {
  const start = localStart(scenario.start);
  const from = start.minuteOfDay + recipient.utcOffsetMin - scenario.utcOffsetMin;
  const until = from + scenario.lengthMin;
  for (let index = -1; index * minutesPerDay < until; index++) {
    const midnight = index * minutesPerDay;
    const weekday = ((((start.weekday - 1 + index) % 7) + 7) % 7) + 1;
    if (calendar.daysOff.includes(weekday)) continue;
    if (midnight + minutesOfDay(calendar.from) < until && midnight + minutesOfDay(calendar.to) > from)
      return true;
  }
  return false;
}
