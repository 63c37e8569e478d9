import type { DebriefView, RevealMail, RevealRow } from '@/core/contract/debrief';

/** One thing this run shows, as the name of its text and what stands in it. Times are simulated ms. */
export type Finding =
  | { name: 'overlap'; count: number }
  | { name: 'oneByOne' }
  | { name: 'crossed'; first: string; second: string; share: number }
  | { name: 'meanwhile'; cards: number; of: number }
  | { name: 'wait'; title: string; person: string; waited: number; unread: number; kind: string }
  | { name: 'silence'; title: string; person: string; how: 'unread' | 'ignored' }
  | { name: 'question'; count: number; price: number | null };

/** What can be said from this run alone, each with its own figures; nothing that did not happen. */
export function findingsOf(view: DebriefView): Finding[] {
  return [
    ...overlap(view),
    ...crossed(view),
    ...meanwhile(view),
    ...longest(view),
    ...silence(view),
    ...question(view),
  ];
}

function overlap({ measures }: DebriefView): Finding[] {
  const most = measures.inFlightMax;
  if (most === null) return [];
  return [most > 1 ? { name: 'overlap', count: most } : { name: 'oneByOne' }];
}

/** Two answers that came in the other order than they were asked for, the widest such pair. */
function crossed({ flights, measures }: DebriefView): Finding[] {
  let best: { first: string; second: string; gain: number } | null = null;
  for (const a of flights) {
    for (const b of flights) {
      if (a.to === null || b.to === null || a.from >= b.from || a.to <= b.to) continue;
      const gain = b.from - a.from + (a.to - b.to);
      if (!best || gain > best.gain) best = { first: a.title, second: b.title, gain };
    }
  }
  return best
    ? [{ name: 'crossed', first: best.first, second: best.second, share: measures.outOfOrder ?? 0 }]
    : [];
}

const meanwhile = ({ measures }: DebriefView): Finding[] =>
  measures.deskWhileWaiting
    ? [{ name: 'meanwhile', cards: measures.deskWhileWaiting, of: measures.deskDone ?? 0 }]
    : [];

/** Nobody reads a mail in its first minutes, while it can be undone (A6). */
const worthTelling = 10 * 60_000;

/** Where the time of the slowest answer went: how long the mail lay unread, and what its reader was doing most of it. */
function longest(view: DebriefView): Finding[] {
  const slow = view.flights
    .filter((f) => f.to !== null)
    .sort((a, b) => (b.to ?? 0) - b.from - ((a.to ?? 0) - a.from))[0];
  if (!slow || !view.reveal) return [];
  const row = view.reveal.recipients.find((r) =>
    r.mails.some((m) => m.request === slow.request && m.verdict === 'answer'),
  );
  const mail = row?.mails.find((m) => m.request === slow.request && m.verdict === 'answer');
  if (!row || !mail || mail.readMs === null) return [];
  // Said only where lying unread was a good part of it; the rest is the question asked back, or a reminder that came late.
  const unread = mail.readMs - mail.sentMs;
  if (unread < worthTelling || unread < ((slow.to ?? 0) - slow.from) * 0.4) return [];
  return [
    {
      name: 'wait',
      title: slow.title,
      person: nameIn(view, row.contact),
      waited: (slow.to ?? 0) - slow.from,
      unread,
      kind: mostly(row, mail.sentMs, mail.readMs),
    },
  ];
}

/** What filled most of a span; `free` where nothing did. */
function mostly(row: RevealRow, from: number, to: number): string {
  const sums = new Map<string, number>();
  for (const b of row.busy) {
    const share = Math.min(b.to, to) - Math.max(b.from, from);
    if (share > 0) sums.set(b.kind, (sums.get(b.kind) ?? 0) + share);
  }
  const top = [...sums].sort((a, b) => b[1] - a[1])[0];
  return top && top[1] > (to - from) / 3 ? top[0] : 'free';
}

function silence(view: DebriefView): Finding[] {
  const lost = view.flights.find((f) => f.to === null);
  if (!lost || !view.reveal) return [];
  const mails = view.reveal.recipients.flatMap((r) => r.mails.filter((m) => ofRequest(view, m, lost)));
  const how = mails.some((m) => m.verdict === 'ignore')
    ? 'ignored'
    : mails.every((m) => m.readMs === null)
      ? 'unread'
      : null;
  return how && mails.length > 0
    ? [{ name: 'silence', title: lost.title, person: nameIn(view, lost.contact), how }]
    : [];
}

const ofRequest = (
  view: DebriefView,
  mail: RevealMail,
  lost: { request: string; contact: string },
): boolean =>
  mail.request === lost.request ||
  (mail.request === null && view.mails.find((m) => m.mailId === mail.mailId)?.contact === lost.contact);

/** A clarifying question costs from the moment it was sent to the mail that answered it. */
function question({ measures, mails }: DebriefView): Finding[] {
  if (!measures.clarifications) return [];
  const asked = mails.find((m) => m.kind === 'clarify');
  const answered =
    asked && mails.find((m) => m.direction === 'out' && m.contact === asked.contact && m.simMs > asked.simMs);
  return [
    {
      name: 'question',
      count: measures.clarifications,
      price: asked && answered ? answered.simMs - asked.simMs : null,
    },
  ];
}

const nameIn = (view: DebriefView, contact: string): string =>
  view.lanes.find((l) => l.contact === contact)?.name ?? contact;
