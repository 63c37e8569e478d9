import type { MailView, RunView } from '@/core/contract/view';

/** A mail that names no request, and when it was replied to. */
export interface Letter {
  mail: MailView;
  repliedMs: number | null;
}

/** So many mails in own words are told apart in a low picture, and drawn anew quickly with every change. */
export const mostDrawn = 40;

/** Those that are drawn, in the order of sending: what waits for a reply before what has one, and of both the newest. */
export function drawnOf(letters: readonly Letter[]): readonly Letter[] {
  if (letters.length <= mostDrawn) return letters;
  const waiting = letters.filter((l) => l.repliedMs === null).slice(-mostDrawn);
  const room = mostDrawn - waiting.length;
  const replied = room > 0 ? letters.filter((l) => l.repliedMs !== null).slice(-room) : [];
  const drawn = new Set([...waiting, ...replied]);
  return letters.filter((l) => drawn.has(l));
}

type Seen = Pick<RunView, 'mails' | 'mission'>;

/**
 * Mails that stand for themselves: they went out, and no request says that it was asked by them, for what own words were taken for
 * is private until a reply tells it (P9). A reminder belongs to the mail it reminds of, a reply to a question to the request that is
 * in flight, and a word after an answer waits for nothing.
 */
export const lettersIn = (seen: Seen): readonly Letter[] => told(seen).letters;

/** Those to one contact that wait for a reply, in the order of sending. */
export const unreplied = (seen: Seen, contact: string): readonly MailView[] =>
  told(seen).waiting.get(contact) ?? none;
const none: readonly MailView[] = [];

/** Requests that somebody passed on before the participant's eyes, and when: asked, though by no mail that names them. */
export const passedOnIn = (seen: Seen): ReadonlyMap<string, number> => told(seen).passedOn;

interface Told {
  mission: Seen['mission'];
  letters: readonly Letter[];
  waiting: ReadonlyMap<string, readonly MailView[]>;
  passedOn: ReadonlyMap<string, number>;
}

/** Each row of the screen asks, at every change of anything: what was told is kept as long as its lists are the same. */
const known = new WeakMap<Seen['mails'], Told>();

function told({ mails, mission }: Seen): Told {
  const before = known.get(mails);
  if (before?.mission === mission) return before;
  const letters = sought(mails, mission);
  const waiting = new Map<string, MailView[]>();
  for (const { mail, repliedMs } of letters)
    if (repliedMs === null) waiting.set(mail.contact, [...(waiting.get(mail.contact) ?? []), mail]);
  const now = { mission, letters, waiting, passedOn: passed(mails, mission) };
  known.set(mails, now);
  return now;
}

function sought(mails: Seen['mails'], mission: Seen['mission']): Letter[] {
  const shown = new Set(mission.filter((m) => m.askedMs !== null).map((m) => m.id));
  const byId = new Map(mails.map((m) => [m.mailId, m]));
  const reminded = new Map<string, number>();
  for (const { kind, inReplyTo, state, stateMs } of mails)
    if (kind === 'reminder' && inReplyTo !== null && state === 'replied' && !reminded.has(inReplyTo))
      reminded.set(inReplyTo, stateMs);
  const belongs = ({ inReplyTo, details }: MailView): boolean => {
    const to = inReplyTo === null ? undefined : byId.get(inReplyTo);
    if (to?.kind === 'answer') return details.length === 0;
    return to?.kind === 'clarify' && to.about.some((id) => shown.has(id));
  };
  return mails
    .filter((mail) => isLetter(mail) && !mail.asks.some((id) => shown.has(id)) && !belongs(mail))
    .map((mail) => ({
      mail,
      repliedMs: mail.state === 'replied' ? mail.stateMs : (reminded.get(mail.mailId) ?? null),
    }));
}

const isLetter = ({ from, kind, state }: MailView): boolean =>
  from === 'me' && kind !== 'reminder' && kind !== 'forwarded' && state !== 'bounced' && state !== 'undone';

function passed(mails: Seen['mails'], mission: Seen['mission']): ReadonlyMap<string, number> {
  const open = new Set(mission.filter((m) => m.state === 'open').map((m) => m.id));
  const at = new Map<string, number>();
  for (const { kind, asks, simMs } of mails)
    if (kind === 'forwarded') for (const id of asks) if (open.has(id) && !at.has(id)) at.set(id, simMs);
  return at;
}
