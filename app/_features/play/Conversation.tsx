'use client';

import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { Composer } from './Composer';
import { LaterItem } from './LaterItem';
import { MailItem } from './MailItem';
import { usePlay, usePlaying, useUi } from './playContext';
import { Initials } from './Recipients';
import { SendingItem } from './SendingItem';
import { nameOf, sendingTo, type Thread, threadsOf } from './selectors';
import { openContact } from './uiStore';
import { useNewestShown } from './useNewestShown';
import { useReading } from './useReading';

/** One recipient: what was written, by subject, and the composer below. */
export function Conversation({ contact }: { contact: string }) {
  const t = useTranslations('play.talk');
  const { ui } = usePlaying();
  const person = usePlay((s) => s.view.contacts.find((c) => c.id === contact));
  if (!person) return <p className="p-6 text-soft">{t('pick')}</p>;
  return (
    <section className="flex min-h-0 grow flex-col" aria-label={person.name}>
      <header className="flex items-center gap-3 border-b border-line bg-panel px-3 py-2 sm:px-4">
        <button
          type="button"
          onClick={() => openContact(ui, null)}
          aria-label={t('back')}
          className={buttonClass('quiet', 'md', '-ml-2 !px-2 lg:hidden')}
        >
          <Glyph name="back" />
        </button>
        <Initials name={person.name} />
        <div className="min-w-0">
          <h2 className="truncate leading-5 font-semibold">{person.name}</h2>
          <p className="truncate text-xs text-soft">
            {person.role}
            {person.about && <span className="max-sm:hidden"> · {person.about}</span>}
          </p>
        </div>
      </header>
      <Log contact={contact} name={person.name} />
      <Composer contact={contact} name={person.name} key={contact} />
    </section>
  );
}

/** So many mails are drawn at once: more than anybody reads back, few enough for a slow phone. */
const mostShown = 30;

/**
 * What stands in a conversation. Deferred: a burst of mail is drawn in slices between which the page answers. Mail and
 * outbox go together, so that a mail is never in neither.
 */
function useLetters(contact: string) {
  const mails = usePlay((s) => s.view.mails);
  const sending = usePlay(useShallow((s) => sendingTo(s.outbox, contact)));
  const later = usePlay(useShallow((s) => s.view.later.filter((l) => l.contact === contact)));
  const now = useMemo(
    () => ({ own: mails.filter((m) => m.contact === contact), sending, later, contact }),
    [mails, sending, later, contact],
  );
  const shown = useDeferredValue(now);
  // Another conversation is not late news of this one.
  return shown.contact === contact ? shown : now;
}

function Log({ contact, name }: { contact: string; name: string }) {
  const t = useTranslations('play.talk');
  const { own, sending, later } = useLetters(contact);
  const whole = useUi((s) => s.whole === contact);
  const earlier = whole ? 0 : Math.max(0, own.length - mostShown);
  const threads = useMemo(() => threadsOf(own.slice(earlier), contact), [own, earlier, contact]);
  const box = useRef<HTMLDivElement>(null);
  const count = threads.reduce((sum, thread) => sum + thread.mails.length, sending.length + later.length);
  useReading(contact, own);
  const mine = useMemo(() => own.filter((m) => m.from === 'me').length, [own]);
  useNewestShown(box, contact, mine + sending.length + later.length);
  return (
    <div
      ref={box}
      role="log"
      aria-label={t('log', { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard.
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto overscroll-contain px-3 py-3 [contain:strict] sm:px-4"
    >
      <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-end gap-4">
        {count === 0 && <Empty contact={contact} name={name} />}
        {earlier > 0 && <Earlier contact={contact} count={earlier} />}
        {threads.map((thread) => (
          <ThreadGroup key={thread.threadId} thread={thread} />
        ))}
        {later.map((l) => (
          <LaterItem key={l.laterId} later={l} />
        ))}
        {sending.map((item) => (
          <SendingItem key={item.commandId} item={item} />
        ))}
      </div>
    </div>
  );
}

/** A long conversation begins with its newest mails; the others come when asked for. */
function Earlier({ contact, count }: { contact: string; count: number }) {
  const t = useTranslations('play.talk');
  const { ui } = usePlaying();
  return (
    <button
      type="button"
      className={buttonClass('plain', 'sm', 'self-center')}
      onClick={() => ui.setState({ whole: contact })}
    >
      {t('earlier', { count })}
    </button>
  );
}

/** Nobody was written to yet: who this is, and what they can be asked. */
function Empty({ contact, name }: { contact: string; name: string }) {
  const t = useTranslations('play.talk');
  const about = usePlay((s) => s.view.contacts.find((c) => c.id === contact)?.about);
  return (
    <div className="m-auto max-w-[38ch] py-6 text-center">
      <p className="text-soft">{t('empty', { name })}</p>
      {about && <p className="mt-2 text-sm text-soft sm:hidden">{about}</p>}
    </div>
  );
}

/** Drawn anew only when one of its own mails changed. */
export const ThreadGroup = memo(function ThreadGroup({ thread }: { thread: Thread }) {
  const t = useTranslations('play.talk');
  const name = usePlay((s) => nameOf(s.view.contacts, thread.mails[0]?.contact ?? null));
  return (
    <section aria-label={thread.subject || t('noSubject')}>
      <h3 className="mb-2 flex items-center gap-3 text-xs font-medium text-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        <span className="max-w-[75%] truncate">{thread.subject || t('noSubject')}</span>
      </h3>
      <div className="flex flex-col gap-2">
        {thread.mails.map((m) => (
          <MailItem key={m.mailId} mail={m} name={name} />
        ))}
      </div>
    </section>
  );
}, sameMails);

function sameMails({ thread: a }: { thread: Thread }, { thread: b }: { thread: Thread }): boolean {
  return a.mails.length === b.mails.length && a.mails.every((m, i) => m === b.mails[i]);
}
