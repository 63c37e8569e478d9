import type { MailView, RunView } from '@/core/contract/view';

/** A mail that names no request, and when it was replied to. */
export interface Letter {
  mail: MailView;
  repliedMs: number | null;
}

type Seen = Pick<RunView, 'mails' | 'mission'>;

/**
 * Mails that stand for themselves: they went out, and no request says that it was asked by them, for what own words were taken for
 * is private until a reply tells it (P9). A reminder belongs to the mail it reminds of, and an automatic reply is none.
 */
export const lettersIn = ({ mails, mission }: Seen): readonly Letter[] => told(mails, mission).letters;

/** Those to one contact that wait for a reply, in the order of sending. */
export const unreplied = ({ mails, mission }: Seen, contact: string): readonly MailView[] =>
  told(mails, mission).waiting.get(contact) ?? none;
const none: readonly MailView[] = [];

interface Told {
  of: [mails: Seen['mails'], mission: Seen['mission']];
  letters: readonly Letter[];
  waiting: ReadonlyMap<string, readonly MailView[]>;
}

/** Each row of the screen asks, at every change of anything: what was told last is kept as long as its lists are. */
let last: Told | null = null;

function told(mails: Seen['mails'], mission: Seen['mission']): Told {
  if (last?.of[0] === mails && last.of[1] === mission) return last;
  const letters = sought(mails, mission);
  const waiting = new Map<string, MailView[]>();
  for (const { mail, repliedMs } of letters)
    if (repliedMs === null) waiting.set(mail.contact, [...(waiting.get(mail.contact) ?? []), mail]);
  last = { of: [mails, mission], letters, waiting };
  return last;
}

function sought(mails: Seen['mails'], mission: Seen['mission']): Letter[] {
  const shown = new Set(mission.filter((m) => m.askedMs !== null).map((m) => m.id));
  const letters: Letter[] = [];
  const replies = new Map<string, number>();
  // From the newest to the oldest: what stands in `replies` then came later.
  for (const mail of mails.toReversed()) {
    if (mail.from === 'them' && mail.kind !== 'outOfOffice') replies.set(mail.threadId, mail.simMs);
    if (isLetter(mail) && !mail.asks.some((id) => shown.has(id)))
      letters.push({ mail, repliedMs: replies.get(mail.threadId) ?? null });
  }
  return letters.reverse();
}

const isLetter = ({ from, kind, state }: MailView): boolean =>
  from === 'me' && kind !== 'reminder' && state !== 'bounced' && state !== 'undone';
