/** Milliseconds in a simulated minute, hour and day. */
export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

/** A scenario's local start: minutes since midnight, and the day of the week from 1 (Monday) to 7 (Sunday). */
export interface LocalStart {
  minuteOfDay: number;
  weekday: number;
}

/** `HH:MM` as minutes since midnight. */
export const minutesOfDay = (text: string): number =>
  Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** Day of the week of a Gregorian date by arithmetic alone (P1), 1 = Monday. Sakamoto's method. */
export function weekday(year: number, month: number, dayOfMonth: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const sunday0 =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + dayOfMonth) % 7;
  return sunday0 === 0 ? 7 : sunday0;
}

/** Reads `2026-03-02T09:00`. The form is the schema's business. */
export const localStart = (text: string): LocalStart => ({
  minuteOfDay: minutesOfDay(text.slice(11)),
  weekday: weekday(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))),
});
