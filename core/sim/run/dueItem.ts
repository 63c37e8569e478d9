import type { NewEvent } from '@/core/contract/event';

/** T4: of things due at one instant calls come first, then mail, the end of the run last. */
export const priority = { call: 1, mail: 2, end: 7 } as const;

/** Something that will be logged without a command. */
export interface Due {
  simMs: number;
  priority: number;
  /** Replies before readings before authored mail before what the participant set up; then by number. */
  order: number;
  number: number;
  events: () => NewEvent[];
}

/** The number in an id of the run's own counters. */
export function numberIn(id: string): number {
  let n = 0;
  for (let i = 1; i < id.length; i++) n = n * 10 + id.charCodeAt(i) - 48;
  return n;
}
