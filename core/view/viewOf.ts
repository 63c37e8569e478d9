import type { Member } from '@/core/contract/ids';
import type { Request, Scenario } from '@/core/contract/scenario';
import type {
  ClockView,
  ContactView,
  DeskView,
  FactView,
  LaterView,
  MissionItem,
  RunInfo,
  RunView,
} from '@/core/contract/view';
import { alone, isMember, memberOf } from '@/core/sim/run/member';
import type { RunState } from '@/core/sim/run/state';
import type { World } from '@/core/sim/world';
import { publicCall } from './publicCall';
import { publicMail } from './publicMail';

/** A member's view of a run, from its state: the one place, with changesOf, where state becomes somebody's view. */
export const viewOf = (state: RunState, me: Member = alone): RunView => ({
  me,
  run: runInfo(state),
  clock: clockView(state),
  contacts: contacts(state),
  mails: [...state.mails.values()].map(publicMail),
  later: [...state.later.keys()].map((id) => laterView(state, id)),
  calls: [...state.calls.values()].map((c) => publicCall(c, me)),
  facts: [...state.facts.keys()].map((id) => factView(state, id)),
  mission: state.world.header.scenario.requests.map((r) => missionItem(state, r)),
  desk: deskView(state, me),
  notices: [...state.notices],
  ended: state.ended,
});

function runInfo({ world }: RunState): RunInfo {
  const { scenario, mode, receipts } = world.header;
  return {
    mode,
    title: scenario.title,
    scenario: scenario.slug,
    brief: scenario.brief,
    deskTitle: scenario.desk.title,
    deskIntro: scenario.desk.intro,
    lengthMs: world.lengthMs,
    start: scenario.start,
    language: scenario.language,
    receipts,
    undoMs: world.undoMs,
  };
}

export const clockView = ({ clock }: RunState): ClockView => ({
  state: clock.state,
  simMs: clock.simMs,
  rate: clock.rate,
  why: clock.why,
  pausedWhy: clock.pausedWhy,
  speed: clock.speed,
});

/** Whom to ask for what is in the mission; a deputy's extra requests appear once a notice has named them. */
function contacts({ world }: RunState): ContactView[] {
  const { scenario } = world.header;
  const known = contactsOf.get(scenario);
  if (known) return known;
  const made = contactsIn(world);
  contactsOf.set(scenario, made);
  return made;
}

/** They are the same in every run of a scenario. */
const contactsOf = new WeakMap<Scenario, ContactView[]>();

function contactsIn(world: World): ContactView[] {
  return [...world.people.values()].map(({ recipient, aheadMin }) => ({
    id: recipient.id,
    name: recipient.name,
    role: recipient.role,
    about: recipient.about,
    aheadMin,
    requests: world.header.scenario.requests.filter((r) => r.recipient === recipient.id).map((r) => r.id),
  }));
}

export function laterView(state: RunState, laterId: string): LaterView {
  const later = state.later.get(laterId);
  if (!later) throw new RangeError(`nothing scheduled as ${laterId}`);
  return {
    laterId,
    by: isMember(later.actor) ? later.actor : alone,
    contact: later.to,
    threadId: later.threadId ?? null,
    subject: later.subject,
    text: later.text,
    asks: later.asks,
    details: later.details,
    due: later.due,
  };
}

export function factView(state: RunState, id: string): FactView {
  const detail = state.world.details.get(id);
  return { id, label: detail?.label ?? id, text: detail?.text ?? '', learnedMs: state.facts.get(id) ?? 0 };
}

export function missionItem(state: RunState, request: Request): MissionItem {
  const { state: progress, askedMs, answeredMs, answer } = missionState(state, request);
  return {
    id: request.id,
    title: request.title,
    contact: request.recipient,
    required: request.required,
    needs: request.details.filter((d) => !request.hidden.includes(d)),
    ask: request.ask,
    state: progress,
    askedMs,
    answeredMs,
    answer,
  };
}

/** Asked means asked by name; what the words of a mail were taken for shows only in the answer (P9). */
export function missionState(
  state: RunState,
  request: Request,
): Pick<MissionItem, 'id' | 'state' | 'askedMs' | 'answeredMs' | 'answer'> {
  const r = state.requests.get(request.id);
  const asked = (r?.shown.size ?? 0) > 0;
  const answeredMs = r?.answeredMs ?? null;
  const open = asked ? 'asked' : 'open';
  return {
    id: request.id,
    state: answeredMs !== null ? 'answered' : r?.question ? 'question' : open,
    askedMs: r?.shownAskedMs ?? null,
    answeredMs,
    answer: answeredMs !== null ? request.answer : null,
  };
}

export function deskView(state: RunState, me: Member): DeskView {
  const { card, done, wrong, last } = memberOf(state, me).desk;
  return { card: card && { cardId: card.cardId, face: card.face }, done, wrong, last };
}
