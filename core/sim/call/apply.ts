import type { EventData, EventOf } from '@/core/contract/event';
import { freeFrom } from '../agenda/agenda';
import { requestAnswered, requestSpoken, shownAsked } from '../run/settle';
import type { CallBack, CallRecord, RunState, Topic } from '../run/state';
import { takenUp } from '../run/takenUp';
import { minute } from '../time/localTime';
import { personOf } from '../world';
import { addCall, agendaNow } from './line';
import { askedWords, sentenceOn } from './talk';

/** The call must exist; ids in the state come from its own events. */
export function callOf(state: RunState, callId: string): CallRecord {
  const call = state.calls.get(callId);
  if (!call) throw new RangeError(`no call ${callId}`);
  return call;
}

type Begun = Pick<CallRecord, 'callId' | 'contact' | 'direction' | 'phase' | 'simMs'> & Partial<CallRecord>;

/** A call of which this is known, and nothing else; written out like `mailRecord`, for the same reason. */
const callRecord = (c: Begun): CallRecord => ({
  callId: c.callId,
  contact: c.contact,
  direction: c.direction,
  phase: c.phase,
  simMs: c.simMs,
  phaseMs: c.simMs,
  connectedMs: null,
  endedMs: null,
  end: null,
  lines: [],
  missing: [],
  about: [],
  deputy: null,
  messageLeft: false,
  actor: c.actor ?? null,
  outcome: c.outcome ?? null,
  rang: c.rang ?? false,
  doing: c.doing ?? 'free',
  interrupted: false,
  lostMs: 0,
  why: c.why ?? null,
  items: c.items ?? [],
  authored: c.authored ?? null,
  topics: [],
  now: null,
  sayUntil: 0,
  silentSince: 0,
  given: [],
});

function begin(state: RunState, begun: Begun): void {
  const call = callRecord(begun);
  state.counters.call++;
  state.lastTraffic = call.simMs;
  state.calls.set(call.callId, call);
  state.live = [...state.live, call];
}

export function applyDialed(
  state: RunState,
  data: EventData<'call.dialed'>,
  event: EventOf<'call.dialed'>,
): void {
  begin(state, {
    callId: data.callId,
    contact: data.to,
    direction: 'out',
    phase: 'dialing',
    simMs: event.simMs,
    actor: event.actor,
    outcome: { is: data.outcome, at: data.outcomeAt },
    doing: data.doing,
  });
  state.lines.set(event.actor, data.callId);
}

export function applyIncoming(
  state: RunState,
  data: EventData<'call.incoming'>,
  event: EventOf<'call.incoming'>,
): void {
  begin(state, {
    callId: data.callId,
    contact: data.from,
    direction: 'in',
    phase: 'ringing',
    simMs: event.simMs,
    rang: true,
    why: data.why,
    items: data.items,
    authored: data.authored ?? null,
  });
  state.callBacks.delete(data.from);
  if (data.authored !== undefined) state.authored.delete(data.authored);
}

/** Moves a call to its next state (C1). */
export function phase(call: CallRecord, to: CallRecord['phase'], simMs: number): void {
  call.phase = to;
  call.phaseMs = simMs;
  if (to === 'ringing') call.rang = true;
}

/** The two talk. What the recipient owed the participant is spoken of now (C4, C5, C7). */
export function applyConnected(
  state: RunState,
  data: EventData<'call.connected'>,
  event: EventOf<'call.connected'>,
): void {
  const call = callOf(state, data.callId);
  phase(call, 'connected', event.simMs);
  call.connectedMs = event.simMs;
  call.interrupted = data.interrupted;
  call.lostMs = data.lostMs;
  call.silentSince = event.simMs;
  if (call.direction === 'in') {
    call.actor = event.actor;
    state.lines.set(event.actor, call.callId);
  }
  state.callBacks.delete(call.contact);
  call.topics = [{ is: 'greeting', openingMs: data.openingMs }, ...itemsOf(state, call)];
  takeUp(state, call, event.simMs);
}

function itemsOf(state: RunState, call: CallRecord): Topic[] {
  const mail = state.world.timed.find((m) => m.id === call.authored);
  if (mail) return [{ is: 'authored', text: mail.text, facts: mail.gives ? [mail.gives] : [] }];
  return call.items
    .filter((id) => state.requests.get(id)?.answeredMs === null)
    .map((request) => ({ is: 'request', request }));
}

/** Takes up the next topic, if nothing is being spoken of. */
export function takeUp(state: RunState, call: CallRecord, at: number): void {
  if (call.now !== null || call.phase !== 'connected') return;
  const next = call.topics[0];
  if (!next) return;
  call.topics = call.topics.slice(1);
  call.now = sentenceOn(state, call, next, at);
}

/** The participant has said something: details are known from now on, and every request is a topic (A2, C4). */
export function applySaid(state: RunState, data: EventData<'call.said'>, event: EventOf<'call.said'>): void {
  const call = callOf(state, data.callId);
  call.sayUntil = Math.max(call.sayUntil, data.untilMs);
  call.silentSince = Math.max(call.silentSince, data.untilMs);
  state.lastTraffic = event.simMs;
  call.lines = [...call.lines, ownCaption(state, 'said', data, event.simMs)];
  const told = state.people.get(call.contact)?.told;
  for (const id of [...data.details, ...data.matchedDetails]) told?.add(id);
  for (const m of data.matched) requestSpoken(state, m.request, event.simMs);
  const asked = data.matched.map((m): Topic => ({ is: 'request', request: m.request }));
  const nothing = asked.length === 0 && data.details.length + data.matchedDetails.length === 0;
  call.topics = [...call.topics, ...(nothing ? [{ is: 'unmatched' } as const] : asked)];
  call.missing = call.missing.filter((id) => !told?.has(id));
  takeUp(state, call, event.simMs);
}

type Caption = CallRecord['lines'][number];

/** What the participant says. A request asked by chip alone is said in the words the scenario offers for it. */
function ownCaption(
  state: RunState,
  kind: Caption['kind'],
  data: { text: string | null; untilMs: number; asks: string[]; details: string[] },
  simMs: number,
): Caption {
  const caption = captionOf('me', kind, data, simMs);
  if (caption.text === '') caption.text = askedWords(state, caption.asks);
  return caption;
}

function captionOf(
  from: Caption['from'],
  kind: Caption['kind'],
  data: { text: string | null; untilMs: number; asks?: string[]; details?: string[] },
  simMs: number,
): Caption {
  return {
    from,
    kind,
    text: data.text,
    simMs,
    untilMs: data.untilMs,
    asks: data.asks ?? [],
    details: data.details ?? [],
    answers: [],
    helpWith: [],
    askInstead: null,
  };
}

export function applySpoke(
  state: RunState,
  data: EventData<'call.spoke'>,
  event: EventOf<'call.spoke'>,
): void {
  const call = callOf(state, data.callId);
  if (call.now) call.now.spoken = true;
  call.lines = [...call.lines, captionOf('them', data.kind, data, event.simMs)];
}

/** What was said counts from here on; then the next topic, or silence. */
export function applyHeard(
  state: RunState,
  data: EventData<'call.heard'>,
  event: EventOf<'call.heard'>,
): void {
  const call = callOf(state, data.callId);
  const { simMs } = event;
  call.now = null;
  call.silentSince = Math.max(call.silentSince, simMs);
  state.lastTraffic = simMs;
  markHeard(call, data);
  for (const id of data.facts) if (!state.facts.has(id)) state.facts.set(id, simMs);
  for (const id of data.answers) requestAnswered(state, id, 'call', simMs);
  for (const id of data.about) if (data.missing.length > 0) asksBack(state, call, id);
  call.missing = [...new Set([...call.missing, ...data.missing])];
  if (call.about.some((id) => data.answers.includes(id))) call.missing = data.missing;
  call.about = [...new Set([...call.about, ...data.about])].filter((id) => !data.answers.includes(id));
  if (data.callBackAt !== undefined) {
    for (const id of data.about) state.looked.add(id);
    owe(state, call.contact, { at: data.callBackAt, why: 'look', items: data.about });
    for (const id of data.about) shownAsked(state.requests.get(id), call.callId, simMs);
  }
  if (data.kind === 'authored') call.authored = null;
  takeUp(state, call, simMs);
}

function markHeard(call: CallRecord, data: EventData<'call.heard'>): void {
  const last = call.lines[call.lines.length - 1];
  if (last?.from !== 'them') return;
  const marked = { ...last };
  marked.answers = data.answers;
  marked.helpWith = data.helpWith;
  marked.askInstead = data.askInstead ?? null;
  call.lines = call.lines.slice();
  call.lines[call.lines.length - 1] = marked;
}

function asksBack(state: RunState, call: CallRecord, id: string): void {
  const request = state.requests.get(id);
  if (!request) return;
  request.question = true;
  request.shown.add(call.callId);
}

function owe(state: RunState, contact: string, back: CallBack): void {
  const before = state.callBacks.get(contact);
  state.callBacks.set(contact, {
    ...back,
    items: [...new Set([...(before?.items ?? []), ...back.items])],
  });
}

export function applyVoicemail(
  state: RunState,
  data: EventData<'call.voicemail'>,
  event: EventOf<'call.voicemail'>,
): void {
  const call = callOf(state, data.callId);
  phase(call, 'voicemail', event.simMs);
  call.deputy = data.deputy ?? null;
  call.silentSince = data.untilMs;
  call.lines = [...call.lines, captionOf('them', 'voicemail', data, event.simMs)];
}

/** A message lies with their mail, in order of arrival (C7). */
export function applyMessageLeft(
  state: RunState,
  data: EventData<'call.messageLeft'>,
  event: EventOf<'call.messageLeft'>,
): void {
  const call = callOf(state, data.callId);
  call.messageLeft = true;
  call.sayUntil = data.untilMs;
  call.silentSince = data.untilMs;
  call.items = data.matched.map((m) => m.request);
  call.given = [...data.details, ...data.matchedDetails];
  call.lines = [...call.lines, ownCaption(state, 'message', data, event.simMs)];
  state.lastTraffic = event.simMs;
  for (const m of data.matched) requestSpoken(state, m.request, event.simMs);
  for (const id of data.asks) shownAsked(state.requests.get(id), call.callId, event.simMs);
  const own = state.people.get(call.contact);
  if (!own || personOf(state.world, call.contact).recipient.outOfOffice) return;
  const key = { request: '', n: Number(call.callId.slice(1)) };
  own.waiting = [...own.waiting, { mailId: call.callId, at: data.untilMs, readableAt: data.untilMs, key }];
  own.plan = undefined;
}

export function applyMessageHeard(state: RunState, data: EventData<'call.messageHeard'>): void {
  const call = callOf(state, data.callId);
  takenUp(state, data.by, data.callId, data.handledAt);
  for (const id of call.given) state.people.get(call.contact)?.told.add(id);
  if (data.callBackAt !== undefined && call.items.every((id) => state.requests.get(id)?.answeredMs === null))
    owe(state, call.contact, { at: data.callBackAt, why: 'voicemail', items: call.items });
}

/** Afterwards the recipient needs the lag to find back; what they had in hand goes on then (C5). */
export function applyEnded(
  state: RunState,
  data: EventData<'call.ended'>,
  event: EventOf<'call.ended'>,
): void {
  const call = callOf(state, data.callId);
  const { simMs } = event;
  phase(call, 'ended', simMs);
  call.endedMs = simMs;
  call.end = data.reason;
  call.now = null;
  call.topics = [];
  state.live = state.live.filter((c) => c.callId !== call.callId);
  state.lastTraffic = simMs;
  if (call.actor !== null) state.lines.delete(call.actor);
  if (call.connectedMs !== null) resumeWork(state, call, call.connectedMs, simMs);
  if (data.callBackAt !== undefined)
    owe(state, call.contact, { at: data.callBackAt, why: 'missed', items: [] });
  if (call.direction === 'in') notTaken(state, call, simMs);
}

function resumeWork(state: RunState, call: CallRecord, from: number, end: number): void {
  const own = state.people.get(call.contact);
  if (!own) return;
  const before = agendaNow(state, call.contact);
  const back = end + (call.interrupted ? call.lostMs : 0);
  addCall(state, call.contact, from, back);
  const after = agendaNow(state, call.contact);
  const sampled = personOf(state.world, call.contact).persona.mail.profile === 'sampled';
  const moved = (t: number) => {
    if (t <= from) return t;
    return sampled ? freeFrom(own.calls, t) : after.workUntil(back, before.workBetween(from, t));
  };
  for (const h of own.handling) h.handledAt = moved(h.handledAt);
  own.cursor = { ...own.cursor };
  own.cursor.t = moved(own.cursor.t);
  own.plan = undefined;
}

/** How often somebody tries again to return a call they owe, and after how long. */
const tries = 3;
const tryAgainMs = 10 * minute;

/** A call from a recipient that was not taken, or broke off: they try again, and what they had to tell comes by mail (P7). */
function notTaken(state: RunState, call: CallRecord, simMs: number): void {
  if (call.authored !== null) {
    state.rungInVain.add(call.authored);
    state.authored.set(call.authored, simMs);
  }
  const open = call.items.filter((id) => state.requests.get(id)?.answeredMs === null);
  if (call.connectedMs !== null || (call.why !== 'look' && call.why !== 'voicemail')) return;
  const before = [...state.calls.values()].filter(
    (c) => c.direction === 'in' && c.contact === call.contact && c.why === call.why && c.connectedMs === null,
  ).length;
  if (before >= tries) return;
  const at = agendaNow(state, call.contact).freeFrom(simMs + tryAgainMs);
  owe(state, call.contact, { at, why: call.why, items: open });
}
