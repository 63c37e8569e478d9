import type { EventData, NewEvent } from '@/core/contract/event';
import type { AuthoredMail } from '@/core/contract/scenario';
import { wordCount } from '../match/words';
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
export const unaskedEvent = (state: RunState, { authored, ...letter }: Letter, simMs: number): NewEvent => ({
  type: 'mail.received',
  simMs,
  actor: `r:${letter.from}`,
  data: {
    mailId: mailName(state, 1),
    threadId: threadName(state, 1),
    kind: 'authored',
    ...letter,
    words: wordCount(letter.text),
    answers: [],
    missing: [],
    about: [],
    helpWith: [],
    ...(authored !== undefined && { authored }),
  },
});
