import type { BusyKind, DebriefCall, DebriefFlight, DebriefMail, DebriefView } from '@/core/contract/debrief';

/** Something on the timeline that can be pointed at. `contact` is null for what the participant did alone. */
export type Moment = { key: string; run: number; contact: string | null; from: number; to: number | null } & (
  | { kind: 'flight'; flight: DebriefFlight }
  | { kind: 'mail'; mail: DebriefMail }
  | { kind: 'call'; call: DebriefCall }
  | { kind: 'card'; correct: boolean }
  | { kind: 'busy'; busy: BusyKind }
  | { kind: 'reachable' }
  | { kind: 'lost'; after: string }
);

/** Kinds of incoming mail that stand on the timeline by themselves; an answer is the end of its request's line. */
const shown: ReadonlySet<DebriefMail['kind']> = new Set(['clarify', 'outOfOffice', 'forward', 'authored']);

/** What happened in a run, in the order it began; with `reveal`, what nobody could see as well. */
export function momentsOf(view: DebriefView, reveal: boolean): Moment[] {
  const { run } = view;
  const at = (kind: string, id: string) => `${run}-${kind}-${id}`;
  const flights = view.flights.map((flight): Moment => {
    const { request, contact, from, to } = flight;
    return { key: at('flight', request), run, contact, from, to, kind: 'flight', flight };
  });
  const mails = view.mails
    .filter((m) => m.direction === 'in' && shown.has(m.kind))
    .map((mail): Moment => {
      const { mailId, contact, simMs: from } = mail;
      return { key: at('mail', mailId), run, contact, from, to: from, kind: 'mail', mail };
    });
  const calls = view.calls.map((call): Moment => {
    const { callId, contact, from, to } = call;
    return { key: at('call', callId), run, contact, from, to, kind: 'call', call };
  });
  const cards = view.cards.map(({ simMs: from, correct }, i): Moment => {
    return { key: at('card', String(i)), run, contact: null, from, to: from, kind: 'card', correct };
  });
  const hidden = reveal ? hiddenOf(view) : [];
  return [...flights, ...mails, ...calls, ...cards, ...hidden].sort((a, b) => a.from - b.from);
}

function hiddenOf({ run, reveal }: DebriefView): Moment[] {
  return (reveal?.recipients ?? []).flatMap(({ contact, busy, reachable, calls }) => [
    ...busy.map(({ from, to, kind }): Moment => {
      return { key: `${run}-busy-${contact}-${from}`, run, contact, from, to, kind: 'busy', busy: kind };
    }),
    ...reachable.map(({ from, to }): Moment => {
      return { key: `${run}-reachable-${contact}-${from}`, run, contact, from, to, kind: 'reachable' };
    }),
    ...calls.flatMap(({ callId, lost }): Moment[] =>
      lost ? [{ key: `${run}-lost-${callId}`, run, contact, ...lost, kind: 'lost', after: callId }] : [],
    ),
  ]);
}
