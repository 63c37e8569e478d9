import type { Member } from '@/core/contract/ids';
import type { CallView } from '@/core/contract/view';
import { isMember } from '@/core/sim/run/member';
import type { CallRecord } from '@/core/sim/run/state';

/**
 * What a member may see of a call: what both sides have heard, and that the other side is looking something up (P9). Of a
 * call on somebody else's line only that it goes on, until it is over (P8).
 */
export const publicCall = (c: CallRecord, me: Member): CallView =>
  c.actor !== null && c.actor !== me && c.endedMs === null
    ? { ...heard(c), lines: [], looking: false, missing: [], about: [], deputy: null }
    : heard(c);

const heard = (c: CallRecord): CallView => ({
  callId: c.callId,
  by: c.actor !== null && isMember(c.actor) ? c.actor : null,
  contact: c.contact,
  direction: c.direction,
  phase: c.phase,
  simMs: c.simMs,
  phaseMs: c.phaseMs,
  connectedMs: c.connectedMs,
  endedMs: c.endedMs,
  end: c.end,
  lines: c.lines,
  looking: c.now !== null && !c.now.spoken && c.now.kind !== 'greeting',
  missing: c.missing,
  about: c.about,
  deputy: c.deputy,
  messageLeft: c.messageLeft,
});
