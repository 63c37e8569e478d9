import type { EventData, NewEvent } from '@/core/contract/event';
import type { AuthoredMail } from '@/core/contract/scenario';
import { wordCount } from '@/core/contract/wordCount';
import { mailName, threadName } from './send';
import type { RunState } from './state';

type Letter = Pick<EventData<'mail.received'>, 'from' | 'subject' | 'text' | 'facts'> & { authored?: string };

/** An authored mail arrives (P7). */
export const authoredEvent = (state: RunState, mail: AuthoredMail, simMs: number): NewEvent =>
  unaskedEvent(
    state,
    {
      from: mail.from,
      subject: mail.subject,
      text: mail.text,
      facts: mail.gives ? [mail.gives] : [],
      authored: mail.id,
    },
    simMs,
  );

/** A mail nobody asked for, in a thread of its own. */
export function unaskedEvent(state: RunState, letter: Letter, simMs: number): NewEvent {
  const { from, subject, text, facts, authored } = letter;
  const data: EventData<'mail.received'> = {
    mailId: mailName(state, 1),
    threadId: threadName(state, 1),
    from,
    kind: 'authored',
    subject,
    text,
    words: wordCount(text),
    answers: [],
    facts,
    missing: [],
    about: [],
    helpWith: [],
  };
  if (authored !== undefined) data.authored = authored;
  return { type: 'mail.received', simMs, actor: `r:${from}`, data };
}
