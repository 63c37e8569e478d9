import type { NewEvent } from '@/core/contract/event';
import { type Refusal, type RefusalCode, refuse } from '@/core/contract/refusal';

/** What a command leads to: events to append, or why not. */
export type Decided = { ok: true; events: NewEvent[] } | { ok: false; refusal: Refusal };

export const accept = (...events: NewEvent[]): Decided => ({ ok: true, events });
export const no = (code: RefusalCode): Decided => ({ ok: false, refusal: refuse(code) });
