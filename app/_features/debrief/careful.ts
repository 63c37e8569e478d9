import type { DebriefFlight, DebriefView, RevealMail } from '@/core/contract/debrief';
import type { MeasureName } from '@/core/contract/measures';

/** A wrong conclusion that these runs tempt to, as the name of its text, with what answers it. Times are simulated ms. */
export type Careful =
  | {
      name: 'slower';
      by: number | null;
      busyMail: number;
      busyCall: number;
      cardsMail: number;
      cardsCall: number;
    }
  | { name: 'better'; won: MeasureName[]; price: number | null; line: number | null }
  | { name: 'channel'; together: number; oneByOne: number; most: number }
  | { name: 'slow'; title: string; fastest: number; person: string | null; dials: number }
  | { name: 'silence'; title: string; person: string; how: 'unread' | 'ignored' }
  | { name: 'order'; first: string; second: string }
  | { name: 'minutes'; calls: number; interrupted: number; talk: number; lost: number }
  | { name: 'clear'; count: number; missing: string }
  | { name: 'atOnce'; opened: number }
  | { name: 'proof'; runs: number }
  | { name: 'rigged'; same: boolean };

/** The wrong conclusions of these runs, those that every run tempts to last. Answers come from the runs alone. */
export function carefulOf(runs: readonly DebriefView[]): Careful[] {
  const mail = runs.find((r) => r.mode === 'mail');
  const call = runs.find((r) => r.mode === 'call');
  const each = (of: (view: DebriefView) => Careful[]) => runs.flatMap(of).slice(0, 1);
  return [
    ...(mail && call ? slower(mail, call) : []),
    ...(mail && call ? better(mail, call) : []),
    ...each(channel),
    ...slow(runs),
    ...each(silence),
    ...each(order),
    ...each(minutes),
    ...each(clear),
    ...each(atOnce),
    { name: 'proof', runs: runs.length },
    { name: 'rigged', same: runs.length > 1 },
  ];
}

/** Writing, reading and with the line taken: when the participant could do nothing else. */
const busyMs = ({ scenes, measures }: DebriefView): number =>
  scenes.reduce((sum, s) => sum + s.to - s.from, 0) + (measures.blockedTime ?? 0);

/** Asynchronous is slower: the last answer came later by mail, or never. */
function slower(mail: DebriefView, call: DebriefView): Careful[] {
  const [a, b] = [mail.measures.completionTime, call.measures.completionTime];
  if (b === null || (a !== null && a <= b)) return [];
  return [
    {
      name: 'slower',
      by: a === null ? null : a - b,
      busyMail: busyMs(mail),
      busyCall: busyMs(call),
      cardsMail: mail.measures.deskDone ?? 0,
      cardsCall: call.measures.deskDone ?? 0,
    },
  ];
}

/** Measures a call can win, and which way is better. */
const contested: readonly [MeasureName, 'less' | 'more'][] = [
  ['solved', 'more'],
  ['completionTime', 'less'],
  ['firstAnswer', 'less'],
  ['deskDone', 'more'],
  ['clarifications', 'less'],
  ['resumptionLag', 'less'],
];

/** Calls are bad: the zeros of mail look like victories. */
function better(mail: DebriefView, call: DebriefView): Careful[] {
  const won = contested.flatMap(([name, way]) => {
    const [a, b] = [mail.measures[name], call.measures[name]];
    if (b === null) return [];
    const wins =
      a === null ? name === 'completionTime' || name === 'firstAnswer' : way === 'less' ? b < a : b > a;
    return wins ? [name] : [];
  });
  return [{ name: 'better', won, price: priceByMail(mail), line: priceOnTheLine(call) }];
}

/** From a question that came back by mail to the mail that answered it and the reply to that. */
function priceByMail({ mails }: DebriefView): number | null {
  const asked = mails.find((m) => m.kind === 'clarify');
  if (!asked) return null;
  const after = mails.filter((m) => m.contact === asked.contact && m.simMs > asked.simMs);
  const given = after.find((m) => m.direction === 'out');
  const reply = given && after.find((m) => m.direction === 'in' && m.simMs > given.simMs);
  return reply ? reply.simMs - asked.simMs : null;
}

/** The same on the line: from the question to the words that answered it. */
const priceOnTheLine = ({ calls }: DebriefView): number | null =>
  calls.flatMap((c) => (c.questionMs === null ? [] : [c.questionMs]))[0] ?? null;

/** The channel makes it fast: several in flight at once, which one by one would have taken longer. */
function channel({ flights, measures }: DebriefView): Careful[] {
  const came = flights.filter((f) => f.to !== null && f.end === 'answered');
  const most = measures.inFlightMax ?? 0;
  if (most < 2 || came.length < 2) return [];
  const long = (f: DebriefFlight) => (f.to ?? f.from) - f.from;
  const together = Math.max(...came.map((f) => f.to ?? 0)) - Math.min(...came.map((f) => f.from));
  return [{ name: 'channel', most, together, oneByOne: came.reduce((sum, f) => sum + long(f), 0) }];
}

/** Asynchronous means a slow answer: the fastest mail beside the person that took most dials to reach. */
function slow(runs: readonly DebriefView[]): Careful[] {
  const answered = runs.flatMap((r) => r.flights).filter((f) => f.end === 'answered');
  const fastest = answered.sort((a, b) => (a.to ?? 0) - a.from - ((b.to ?? 0) - b.from))[0];
  if (!fastest) return [];
  const hardest = runs
    .flatMap((view) => view.lanes.map((lane) => ({ lane, dials: dialsTo(view, lane.contact) })))
    .sort((a, b) => b.dials - a.dials)[0];
  const dials = hardest?.dials ?? 0;
  return [
    {
      name: 'slow',
      title: fastest.title,
      fastest: (fastest.to ?? 0) - fastest.from,
      person: dials > 1 ? (hardest?.lane.name ?? null) : null,
      dials,
    },
  ];
}

/** Dials before, and with, the first that connected. */
function dialsTo({ calls }: DebriefView, contact: string): number {
  const own = calls.filter((c) => c.contact === contact && c.direction === 'out');
  const reached = own.findIndex((c) => c.connectedMs !== null);
  return reached < 0 ? own.length : reached + 1;
}

/** No reply means no: what really became of a request that was never answered, or only after a reminder. */
function silence(view: DebriefView): Careful[] {
  const mails =
    view.reveal?.recipients.flatMap((r) => r.mails.map((mail) => ({ mail, contact: r.contact }))) ?? [];
  const ignored = mails.find(({ mail }) => mail.verdict === 'ignore');
  const lost = view.flights.find((f) => f.to === null);
  const unread = lost && mails.filter((m) => m.mail.request === lost.request);
  if (lost && unread && unread.length > 0 && unread.every(({ mail }) => mail.readMs === null))
    return [{ name: 'silence', title: lost.title, person: nameIn(view, lost.contact), how: 'unread' }];
  if (!ignored) return [];
  const title = titleIn(view, ignored.mail);
  return [{ name: 'silence', title, person: nameIn(view, ignored.contact), how: 'ignored' }];
}

/** First asked, first answered: the two requests whose lines cross most. */
function order({ flights }: DebriefView): Careful[] {
  let best: { first: string; second: string; gain: number } | null = null;
  for (const a of flights)
    for (const b of flights) {
      if (a.end !== 'answered' || b.end !== 'answered' || a.from >= b.from || (a.to ?? 0) <= (b.to ?? 0))
        continue;
      const gain = (a.to ?? 0) - (b.to ?? 0);
      if (!best || gain > best.gain) best = { first: a.title, second: b.title, gain };
    }
  return best ? [{ name: 'order', first: best.first, second: best.second }] : [];
}

/** A call costs only my minutes: what those who picked up gave. */
function minutes({ calls, measures }: DebriefView): Careful[] {
  const talks = calls.filter((c) => c.connectedMs !== null);
  if (talks.length === 0) return [];
  const talk = talks.reduce((sum, c) => sum + c.to - (c.connectedMs ?? c.to), 0);
  const { interruptionsCaused: interrupted, timeLostToOthers: lost } = measures;
  return [{ name: 'minutes', calls: talks.length, interrupted: interrupted ?? 0, talk, lost: lost ?? 0 }];
}

/** My mail was clear: the question that came back all the same. */
function clear({ mails, reveal }: DebriefView): Careful[] {
  const count = mails.filter((m) => m.kind === 'clarify').length;
  const missing = reveal?.recipients.flatMap((r) => r.mails).find((m) => m.missing.length > 0)?.missing ?? [];
  return count > 0 ? [{ name: 'clear', count, missing: missing.join(', ') }] : [];
}

const hurried = 3 * 60_000;

/** They expect an answer at once: whoever opens what comes within minutes answers to nobody's wish but their own. */
function atOnce({ mails }: DebriefView): Careful[] {
  const waits = mails
    .flatMap((m) => (m.direction === 'in' && m.openedMs !== null ? [m.openedMs - m.simMs] : []))
    .sort((a, b) => a - b);
  const opened = waits[Math.ceil(waits.length / 2) - 1];
  return opened !== undefined && waits.length > 2 && opened <= hurried ? [{ name: 'atOnce', opened }] : [];
}

const nameIn = (view: DebriefView, contact: string): string =>
  view.lanes.find((l) => l.contact === contact)?.name ?? contact;
const titleIn = (view: DebriefView, mail: RevealMail): string =>
  view.requests.find((r) => r.id === mail.request)?.title ?? '';
