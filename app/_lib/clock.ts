import type { ClockView } from '@/core/contract/view';

/** A clock as it was received: `at` is `performance.now()` of that moment. */
export interface HeldClock {
  clock: ClockView;
  at: number;
}

/**
 * Simulated ms shown now. `now` is `performance.now()`, which no change of the machine's clock moves. Never beyond
 * `lengthMs` and never before what the server said.
 */
export function simNow({ clock, at }: HeldClock, now: number, lengthMs = Number.POSITIVE_INFINITY): number {
  if (clock.state !== 'running') return clock.simMs;
  const passed = Math.max(0, now - at) * clock.rate;
  return Math.max(clock.simMs, Math.min(clock.simMs + passed, lengthMs));
}

const minute = 60_000;

/** Local wall time in the story, as ms since 1970 in UTC, `simMs` after `start` (e.g. 2026-03-02T09:00). */
export const storyTime = (start: string, simMs: number): number => Date.parse(`${start}:00Z`) + simMs;

/** `09:41`, in the story. */
export function clockText(start: string, simMs: number): string {
  const date = new Date(storyTime(start, simMs));
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once per language: making one takes longer than everything else that shows the clock. */
function dayFormat(language: string): Intl.DateTimeFormat {
  const made = dayFormats.get(language);
  if (made) return made;
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  dayFormats.set(language, format);
  return format;
}

/** `Mon 2 Mar`, in the story. */
export const dayText = (start: string, simMs: number, language: string): string =>
  dayFormat(language).format(storyTime(start, simMs));

/** How long something lasted in the story: `0 min`, `42 min`, `1 h`, `1 h 05 min`. */
export function spanText(ms: number): string {
  const min = Math.max(0, Math.floor(ms / minute));
  const hours = `${Math.floor(min / 60)} h`;
  if (min < 60) return `${min} min`;
  return min % 60 === 0 ? hours : `${hours} ${two(min % 60)} min`;
}

/** Real minutes that are enough for it, at least one: as many on every screen that says how long a run takes. */
export const wholeMinutes = (ms: number): number => Math.max(1, Math.ceil(ms / minute));

/** How long a call has gone on: `0:07`, `12:40`, `1:02:05`. */
export function timerText(ms: number): string {
  const sec = Math.max(0, Math.floor(ms / 1_000));
  const [h, min, s] = [Math.floor(sec / 3_600), Math.floor(sec / 60) % 60, sec % 60];
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`;
}

/** How long something lasted, to the second below an hour: `20 s`, `3 min 20 s`, `1 h 05 min`. */
export function exactSpanText(ms: number): string {
  const sec = Math.max(0, Math.floor(ms / 1_000));
  if (sec < 60) return `${sec} s`;
  return sec < 3_600 ? `${Math.floor(sec / 60)} min ${two(sec % 60)} s` : spanText(ms);
}

/** How long something lasted, with seconds where they matter: `6 s`, `3 min 20 s`, `14 min`, `1 h 05 min`. */
export function briefSpan(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds >= 600 || seconds % 60 === 0) return spanText(seconds * 1_000);
  return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
}

const two = (n: number): string => String(n).padStart(2, '0');
