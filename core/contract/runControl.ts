import type { Member } from './ids';

/**
 * What a session does to one of its runs. Never accepted from a participant; each comes with the number of its event in
 * the session's log as its command id, so that it has an effect once.
 */
export type RunControl =
  /** `members`: who is in the team; whoever is missing comes in later (P8). */
  | { name: 'control.start'; body: { members: Member[] } }
  | { name: 'control.pause'; body: Record<never, never> }
  | { name: 'control.resume'; body: Record<never, never> }
  /** Simulated ms per real ms. */
  | { name: 'control.rate'; body: { rate: number } }
  | { name: 'control.extend'; body: { byMin: number } }
  | { name: 'control.end'; body: Record<never, never> }
  | { name: 'control.inject'; body: { from: string; subject: string; text: string } }
  | { name: 'control.trigger'; body: { item: string } };
type DriverControlName = 'control.start' | 'control.pause' | 'control.resume' | 'control.rate';
/** Controls of the clock. */
export type DriverControl = Extract<RunControl, { name: DriverControlName }>;
/** Controls that the pure world decides. */
export type WorldControl = Exclude<RunControl, { name: DriverControlName }>;

const ofClock: ReadonlySet<string> = new Set<DriverControlName>([
  'control.start',
  'control.pause',
  'control.resume',
  'control.rate',
]);
export const isDriverControl = (control: RunControl): control is DriverControl => ofClock.has(control.name);
