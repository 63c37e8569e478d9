import type {
  DebriefCall,
  DebriefFlight,
  DebriefMail,
  DebriefPage,
  DebriefRequest,
  DebriefView,
} from '@/core/contract/debrief';
import type { RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { CaptionView } from '@/core/contract/view';
import { participantAt } from '@/core/session/state';
import { askedRequests, inFlight } from '@/core/sim/measures/asked';
import { blockedSpan, loggedCalls } from '@/core/sim/measures/calls';
import { measuresOf } from '@/core/sim/measures/measure';
import { membersIn } from '@/core/sim/measures/members';
import { apply } from '@/core/sim/run/apply';
import { alone } from '@/core/sim/run/member';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { type RunRecord, runEvents } from '../store/runs';
import type { Seat } from '../store/seats';
import { sharedDatabase } from '../store/shared';
import { type TeamRecord, teamRecord } from '../store/teams';
import { feltOf, scenesOf } from './felt';
import { opennessOf, sessionState } from './openness';
import { ownSeat } from './play';
import { promisesOf } from './promises';
import { revealOf } from './reveal';

/** The debrief of a device's own runs; null for unknown seats and other people's alike. What is private comes with the reveal (P9). */
export async function debriefPage(seatId: string, tokenHash: string | null): Promise<DebriefPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  if (!seat || !team) return null;
  const { step, revealed: open } = await opennessOf(sharedDatabase(), team);
  const played = team.runs.filter((run) => run.role === 'played');
  const logs = await Promise.all(
    played.map(async (run) => ({ run, log: await runEvents(sharedDatabase(), run.header.runId) })),
  );
  const { prediction } = team;
  return {
    seat: seat.seatId,
    step,
    revealed: open,
    inSession: team.sessionId !== null,
    owed: await owes(team, seat),
    prediction,
    runs: logs.map(({ run, log }) => debriefOf(run, log, open, seat.actor)).filter((run) => run !== null),
    promises: open ? logs.map(({ run, log }) => promisesOf(run, log)) : [],
  };
}

async function owes({ sessionId, teamId }: TeamRecord, { actor }: Seat): Promise<boolean> {
  const session = sessionId === null ? null : await sessionState(sharedDatabase(), sessionId);
  const person = session && participantAt(session, teamId, actor);
  return (
    session !== null && person != null && session.settings.after.length > 0 && !person.answered.has('after')
  );
}

/** A run read from its log, as one of its members felt it; null while it has not ended. Before its plan has ended, `open` false, nothing private is in it (P9). */
export function debriefOf(
  { header }: Pick<RunRecord, 'header'>,
  log: readonly RunEvent[],
  open: boolean,
  me: Member = alone,
): DebriefView | null {
  const state = newRun(createWorld(header));
  for (const event of log) apply(state, event);
  const { ended } = state;
  if (!ended) return null;
  const { scenario } = header;
  return {
    runId: header.runId,
    mode: header.mode,
    run: header.runIndex + 1,
    scenario: {
      slug: scenario.slug,
      version: scenario.version,
      title: scenario.title,
      language: scenario.language,
    },
    start: scenario.start,
    lengthMs: state.world.lengthMs,
    endMs: ended.simMs,
    reason: ended.reason,
    clock: clockRule(log, header.rate ?? null),
    felt: feltOf(log, ended.simMs, me),
    measures: measuresOf(log, scenario),
    requests: requestsOf(state, open),
    lanes: scenario.recipients.map((r) => ({ contact: r.id, name: r.name, role: r.role })),
    flights: flightsOf(open ? log : log.map(byNameOnly), state, ended.simMs),
    mails: mailsOf(log, state),
    calls: callsOf(log, state, ended.simMs),
    cards: log.flatMap((e) => (e.type === 'desk.done' ? [{ simMs: e.simMs, correct: e.data.correct }] : [])),
    scenes: membersIn(log).flatMap(({ member }) => scenesOf(log, ended.simMs, member)),
    reveal: open ? revealOf(log, state, ended.simMs) : null,
  };
}

/** What the words of a mail were taken for is private; what was asked by name is not (P9). */
function byNameOnly(event: RunEvent): RunEvent {
  if (event.type !== 'mail.sent') return event;
  const matched = event.data.matched.filter((m) => m.how !== 'text');
  return { ...event, data: { ...event.data, matched } };
}

function clockRule(log: readonly RunEvent[], rate: number | null): DebriefView['clock'] {
  const set = log.find((e) => e.type === 'clock.rate' && e.data.why === 'set');
  const unset = rate === null ? ({ kind: 'scene' } as const) : ({ kind: 'constant', rate } as const);
  return set?.type === 'clock.rate' ? { kind: 'constant', rate: set.data.rate } : unset;
}

/** Before the plan has ended, asked means asked by name (P9). */
function requestsOf(state: RunState, open: boolean): DebriefRequest[] {
  return state.world.header.scenario.requests.map((request) => {
    const own = state.requests.get(request.id);
    const { id, title, recipient: contact, required } = request;
    const answeredMs = own?.answeredMs ?? null;
    const spoken = own?.asks === 0 && own.firstAskedMs !== null;
    const asked = open ? spoken || (own?.live.size ?? 0) > 0 : (own?.shown.size ?? 0) > 0;
    const pending = own?.question ? 'question' : asked ? 'asked' : 'open';
    return {
      id,
      title,
      contact,
      required,
      state: answeredMs !== null ? 'answered' : pending,
      askedMs: (open ? own?.firstAskedMs : own?.shownAskedMs) ?? null,
      answeredMs,
      answeredBy: own?.answeredBy ?? null,
      answer: answeredMs !== null ? request.answer : null,
    };
  });
}

function flightsOf(log: readonly RunEvent[], state: RunState, endMs: number): DebriefFlight[] {
  const asked = askedRequests(log, [...state.requests.keys()]);
  const sent = log.flatMap((e) => (e.type === 'mail.sent' ? [e.data] : []));
  return inFlight(asked, endMs).map(({ request, from }) => {
    const settled = asked.find((a) => a.request === request);
    const first = sent.find(
      (m) => m.matched.some((x) => x.request === request) && state.mails.get(m.mailId)?.state !== 'undone',
    );
    const byCall = state.requests.get(request)?.answeredBy === 'call';
    return {
      request,
      title: state.world.requests.get(request)?.title ?? request,
      contact: first?.to ?? '',
      from,
      to: settled?.answeredMs ?? settled?.rejectedMs ?? null,
      end:
        settled?.answeredMs != null
          ? byCall
            ? 'call'
            : 'answered'
          : settled?.rejectedMs != null
            ? 'rejected'
            : 'open',
    };
  });
}

const moments = {
  'call.ringing': 'ringMs',
  'call.held': 'heldMs',
  'call.connected': 'connectedMs',
  'call.voicemail': 'voicemailMs',
} as const;

function callsOf(log: readonly RunEvent[], state: RunState, endMs: number): DebriefCall[] {
  const titleOf = (id: string) => state.world.requests.get(id)?.title ?? id;
  return loggedCalls(log, endMs).map((logged) => {
    const { callId } = logged;
    const record = state.calls.get(callId);
    const own = log.filter((e) => 'callId' in e.data && e.data.callId === callId);
    const at = (type: keyof typeof moments) => own.find((e) => e.type === type)?.simMs ?? null;
    const lines = record?.lines ?? [];
    return {
      callId,
      contact: logged.contact,
      direction: logged.direction,
      from: logged.dialedMs,
      to: logged.endedMs,
      end: record?.end ?? 'cutOff',
      ringMs: logged.direction === 'in' ? logged.dialedMs : at('call.ringing'),
      heldMs: at('call.held'),
      connectedMs: at('call.connected'),
      voicemailMs: at('call.voicemail'),
      messageLeft: record?.messageLeft ?? false,
      blocked: blockedSpan(logged),
      asked: [...new Set(lines.flatMap((l) => l.asks))].map(titleOf),
      answered: [...new Set(lines.flatMap((l) => l.answers))].map(titleOf),
      questionMs: questionOf(lines),
    };
  });
}

/** From the other side's first question to the words with a detail in them. */
function questionOf(lines: readonly CaptionView[]): number | null {
  const asked = lines.findIndex((l) => l.kind === 'question');
  const told = lines.slice(asked + 1).find((l) => l.from === 'me' && l.details.length > 0);
  return asked < 0 || !told ? null : told.untilMs - (lines[asked]?.simMs ?? told.untilMs);
}

function mailsOf(log: readonly RunEvent[], state: RunState): DebriefMail[] {
  const opened = new Map(
    log.flatMap((e) => (e.type === 'mail.opened' ? [[e.data.mailId, e.simMs] as const] : [])),
  );
  return [...state.mails.values()].map((m) => ({
    mailId: m.mailId,
    contact: m.contact,
    direction: m.from === 'me' ? 'out' : 'in',
    kind: m.kind,
    subject: m.subject,
    simMs: m.simMs,
    state: m.state,
    stateMs: m.stateMs,
    openedMs: opened.get(m.mailId) ?? null,
  }));
}
