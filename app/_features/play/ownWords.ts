import type { MailView, RunView } from '@/core/contract/view';

/** A mail that names no request, and when it was replied to. */
export interface Letter {
  mail: MailView;
  repliedMs: number | null;
}

/**
 * Mails that stand for themselves: they went out, and no request says that it was asked by them, for what own words were taken for
 * is private until a reply tells it (P9). A reminder belongs to the mail it reminds of, and an automatic reply is none.
 */
export function lettersIn({ mails, mission }: Pick<RunView, 'mails' | 'mission'>): Letter[] {
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

/** Those that wait for a reply, in the order of sending. */
export const unreplied = (view: Pick<RunView, 'mails' | 'mission'>): MailView[] =>
  lettersIn(view).flatMap(({ mail, repliedMs }) => (repliedMs === null ? [mail] : []));
