import type { MailView } from '@/core/contract/view';
import { isMember } from '@/core/sim/run/member';
import type { MailRecord } from '@/core/sim/run/state';

/** What the participant may see of a mail: everything but the matched words and who has really read it (P9). */
export const publicMail = (m: MailRecord): MailView => seen(m, m.by !== null && isMember(m.by) ? m.by : null);

/** A copy that may be changed. */
export const copyOfMail = (m: MailView): MailView => seen(m, m.by);

/** Written out field by field: V8 copies slowly what is then changed. */
const seen = (m: Omit<MailView, 'by'>, by: MailView['by']): MailView => ({
  mailId: m.mailId,
  by,
  threadId: m.threadId,
  contact: m.contact,
  from: m.from,
  kind: m.kind,
  subject: m.subject,
  text: m.text,
  simMs: m.simMs,
  state: m.state,
  stateMs: m.stateMs,
  asks: m.asks,
  details: m.details,
  answers: m.answers,
  facts: m.facts,
  missing: m.missing,
  about: m.about,
  helpWith: m.helpWith,
  inReplyTo: m.inReplyTo,
  deputy: m.deputy,
  forwardedTo: m.forwardedTo,
  forwardedFrom: m.forwardedFrom,
  opened: m.opened,
  undoUntil: m.undoUntil,
  followUpAt: m.followUpAt,
  followUpDue: m.followUpDue,
});
