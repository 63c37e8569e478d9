import type { MailRecord } from './state';

type Known =
  | 'mailId'
  | 'threadId'
  | 'contact'
  | 'from'
  | 'kind'
  | 'subject'
  | 'text'
  | 'simMs'
  | 'state'
  | 'stateMs';

/**
 * A mail of which this is known, and nothing else. Written out field by field: of a copy that is written over, V8 makes a
 * table of four times the size, and a run keeps every mail.
 */
export const mailRecord = (m: Pick<MailRecord, Known> & Partial<MailRecord>): MailRecord => ({
  mailId: m.mailId,
  by: m.by ?? null,
  threadId: m.threadId,
  contact: m.contact,
  from: m.from,
  kind: m.kind,
  subject: m.subject,
  text: m.text,
  simMs: m.simMs,
  state: m.state,
  stateMs: m.stateMs,
  readMs: m.readMs ?? null,
  asks: m.asks ?? [],
  details: m.details ?? [],
  matched: m.matched ?? [],
  matchedDetails: m.matchedDetails ?? [],
  answers: m.answers ?? [],
  facts: m.facts ?? [],
  missing: m.missing ?? [],
  about: m.about ?? [],
  helpWith: m.helpWith ?? [],
  inReplyTo: m.inReplyTo ?? null,
  deputy: m.deputy ?? null,
  forwardedTo: m.forwardedTo ?? null,
  forwardedFrom: m.forwardedFrom ?? null,
  opened: m.opened ?? true,
  undoUntil: m.undoUntil ?? null,
  followUpAt: m.followUpAt ?? null,
  followUpDue: m.followUpDue ?? false,
});
