import type { Member } from '@/core/contract/ids';
import type { ContactView, MailView, MissionItem, RunView } from '@/core/contract/view';
import type { OutboxItem } from '../../_lib/outboxStore';
import { lineOf } from './call/calls';

/** Mails of one subject with one recipient, oldest first. */
export interface Thread {
  threadId: string;
  subject: string;
  mails: MailView[];
}

/** A conversation's threads, the one with the newest mail last. */
export function threadsOf(mails: readonly MailView[], contact: string): Thread[] {
  const threads = new Map<string, Thread>();
  for (const mail of mails) {
    if (mail.contact !== contact) continue;
    const thread = threads.get(mail.threadId) ?? {
      threadId: mail.threadId,
      subject: mail.subject ?? '',
      mails: [],
    };
    thread.mails.push(mail);
    threads.delete(mail.threadId);
    threads.set(mail.threadId, thread);
  }
  return [...threads.values()];
}

export const isUnread = (mail: MailView): boolean => mail.from === 'them' && !mail.opened;

export const unreadOf = (mails: readonly MailView[], contact: string): number =>
  mails.filter((m) => m.contact === contact && isUnread(m)).length;

export const unreadAll = (view: RunView): number => view.mails.filter(isUnread).length;

const isInFlight = ({ state }: MissionItem): boolean => state === 'asked' || state === 'question';

/** Requests that are asked or passed on and not yet answered: in flight, or with a question that waits for the participant. */
export const pendingOf = (
  mission: readonly MissionItem[],
  contact: string,
  passedOn: ReadonlyMap<string, number>,
): MissionItem[] => mission.filter((m) => m.contact === contact && (isInFlight(m) || passedOn.has(m.id)));

export const inFlight = (mission: readonly MissionItem[]): number => mission.filter(isInFlight).length;

export const requiredLeft = (mission: readonly MissionItem[]): number =>
  mission.filter((m) => m.required && m.state !== 'answered').length;

export const nameOf = (contacts: readonly ContactView[], id: string | null): string =>
  contacts.find((c) => c.id === id)?.name ?? id ?? '';

/** Whether mail may be sent now: the run is not played by call, and the line is free (C3). */
export const mailable = (view: RunView): boolean => view.run.mode !== 'call' && lineOf(view) === null;

/** A mail on its way to the server, to go out at once or later. */
export type Sending = Extract<OutboxItem, { name: 'mail.send' | 'mail.sendLater' }>;

const isSending = (item: OutboxItem): item is Sending =>
  item.name === 'mail.send' || item.name === 'mail.sendLater';

/** Mails to this recipient that the server does not have yet, or refused. */
export const sendingTo = (outbox: readonly OutboxItem[], contact: string): Sending[] =>
  outbox.filter(isSending).filter((item) => item.body.to === contact);

/** Whether reminding of this mail makes sense: it is with its reader, asked for something, and nothing settled it. */
export function canRemind(mail: MailView, mission: readonly MissionItem[], simMs: number): boolean {
  if (mail.from !== 'me' || mail.kind === 'forwarded') return false;
  if (mail.state !== 'sent' && mail.state !== 'delivered' && mail.state !== 'read') return false;
  if (mail.undoUntil !== null && simMs < mail.undoUntil) return false;
  return (
    mail.asks.length === 0 || mail.asks.some((id) => mission.find((m) => m.id === id)?.state !== 'answered')
  );
}

export const canUndo = (mail: MailView, me: Member, simMs: number): boolean =>
  mail.by === me &&
  mail.undoUntil !== null &&
  simMs < mail.undoUntil &&
  (mail.state === 'sent' || mail.state === 'delivered');

/** Mails, newest first, whose words, subject or recipient contain every word of the query. */
export function searchMails(view: RunView, query: string, most = 30): MailView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = view.mails.filter((m) => {
    const text = `${m.subject ?? ''} ${m.text ?? ''} ${nameOf(view.contacts, m.contact)}`.toLowerCase();
    return words.every((w) => text.includes(w));
  });
  return found.slice(-most).reverse();
}
