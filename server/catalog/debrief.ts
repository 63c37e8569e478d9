import type { DebriefFlight, DebriefMail, DebriefRequest, DebriefView } from '@/core/contract/debrief';
import type { RunEvent } from '@/core/contract/event';
import { askedRequests, inFlight } from '@/core/sim/measures/asked';
import { measuresOf } from '@/core/sim/measures/measure';
import { apply } from '@/core/sim/run/apply';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { type RunRecord, runEvents, runRecord } from '../store/runs';
import { sharedDatabase } from '../store/shared';
import { ownSeat } from './play';
import { revealOf } from './reveal';

export interface DebriefPage {
  seat: string;
  /** Null while the run goes on. */
  debrief: DebriefView | null;
}

/** The debrief of a device's own run; null for unknown seats and other people's alike. */
export async function debriefPage(seatId: string, tokenHash: string | null): Promise<DebriefPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const record = seat && (await runRecord(sharedDatabase(), seat.runId));
  if (!seat || !record) return null;
  return { seat: seat.seatId, debrief: debriefOf(record, await runEvents(sharedDatabase(), seat.runId)) };
}

/** A run read from its log; null while it has not ended. A solo plan has one run, so its end opens the reveal (P9). */
export function debriefOf(
  { header }: Pick<RunRecord, 'header'>,
  log: readonly RunEvent[],
): DebriefView | null {
  const state = newRun(createWorld(header));
  for (const event of log) apply(state, event);
  const { ended } = state;
  if (!ended) return null;
  const { scenario } = header;
  return {
    runId: header.runId,
    mode: header.mode,
    scenario: { slug: scenario.slug, title: scenario.title, language: scenario.language },
    start: scenario.start,
    lengthMs: state.world.lengthMs,
    endMs: ended.simMs,
    reason: ended.reason,
    clock: clockRule(log),
    felt: feltOf(log),
    measures: measuresOf(log, scenario),
    requests: requestsOf(state),
    lanes: scenario.recipients.map((r) => ({ contact: r.id, name: r.name, role: r.role })),
    flights: flightsOf(log, state, ended.simMs),
    mails: mailsOf(log, state),
    cards: log.flatMap((e) => (e.type === 'desk.done' ? [{ simMs: e.simMs, correct: e.data.correct }] : [])),
    scenes: scenesOf(log, ended.simMs).map(({ from, to, kind }) => ({ from, to, kind })),
    reveal: revealOf(log, state, ended.simMs),
  };
}

function clockRule(log: readonly RunEvent[]): DebriefView['clock'] {
  const set = log.find((e) => e.type === 'clock.rate' && e.data.why === 'set');
  return set?.type === 'clock.rate' ? { kind: 'constant', rate: set.data.rate } : { kind: 'scene' };
}

interface Scene {
  kind: 'compose' | 'read';
  from: number;
  to: number;
  realMs: number;
}

function scenesOf(log: readonly RunEvent[], endMs: number): Scene[] {
  const scenes: Scene[] = [];
  let open: { kind: Scene['kind']; from: number; at: number } | null = null;
  const close = (to: number, at: number) => {
    if (open) scenes.push({ kind: open.kind, from: open.from, to, realMs: Math.max(0, at - open.at) });
    open = null;
  };
  for (const e of log) {
    if (e.type === 'scene.opened') {
      close(e.simMs, e.at);
      open = { kind: e.data.scene, from: e.simMs, at: e.at };
    } else if (e.type === 'scene.closed' || e.type === 'run.ended') {
      close(Math.min(e.simMs, endMs), e.at);
    }
  }
  return scenes;
}

/** Felt is not measured (T8): real ms of writing and reading. */
function feltOf(log: readonly RunEvent[]): DebriefView['felt'] {
  const sum = (kind: Scene['kind']) =>
    scenesOf(log, Number.MAX_SAFE_INTEGER)
      .filter((s) => s.kind === kind)
      .reduce((total, s) => total + s.realMs, 0);
  return { writingMs: sum('compose'), readingMs: sum('read') };
}

function requestsOf(state: RunState): DebriefRequest[] {
  return state.world.header.scenario.requests.map((request) => {
    const own = state.requests.get(request.id);
    const answeredMs = own?.answeredMs ?? null;
    return {
      id: request.id,
      title: request.title,
      contact: request.recipient,
      required: request.required,
      state:
        answeredMs !== null
          ? 'answered'
          : own?.question
            ? 'question'
            : (own?.live.size ?? 0) > 0
              ? 'asked'
              : 'open',
      askedMs: own?.firstAskedMs ?? null,
      answeredMs,
      answer: answeredMs !== null ? request.answer : null,
    };
  });
}

function flightsOf(log: readonly RunEvent[], state: RunState, endMs: number): DebriefFlight[] {
  const asked = askedRequests(log, [...state.requests.keys()]);
  return inFlight(asked, endMs).map(({ request, from }) => {
    const settled = asked.find((a) => a.request === request);
    const first = [...state.mails.values()].find(
      (m) => m.from === 'me' && m.matched.some((x) => x.request === request),
    );
    return {
      request,
      title: state.world.requests.get(request)?.title ?? request,
      contact: first?.contact ?? '',
      from,
      to: settled?.answeredMs ?? settled?.rejectedMs ?? null,
    };
  });
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
