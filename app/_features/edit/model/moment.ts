import { storyTime } from '../../../_lib/clock';

const minute = 60_000;

/**
 * A moment `minutes` after the start as a browser's field writes it: 2026-03-02T09:41, or 09:41 alone. Empty where it is none that such
 * a field can hold: a draft may count any number of minutes.
 */
export function written(start: string, minutes: number, clockAlone: boolean): string {
  const date = new Date(storyTime(start, Math.round(minutes) * minute));
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^\d/.test(text) ? text.slice(clockAlone ? 11 : 0, 16) : '';
}

/** Whether it is written to its end: a browser makes a date of a good deal else, too. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(storyTime(text, 0));

/** Minutes from the start to a moment so written, a clock alone being of the day of the start; NaN for what is none. */
export const minutesTo = (start: string, text: string): number => {
  const moment = text.includes('T') ? text : `${start.slice(0, 10)}T${text}`;
  if (!isMoment(start) || !isMoment(moment)) return Number.NaN;
  return (storyTime(moment, 0) - storyTime(start, 0)) / minute;
};

/** Whether a story of `length` minutes ends on the day it begins. */
export const endsThatDay = (start: string, length: number): boolean =>
  isMoment(start) && written(start, 0, false).slice(0, 10) === written(start, length, false).slice(0, 10);
