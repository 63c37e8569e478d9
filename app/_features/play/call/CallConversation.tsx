'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import type { CallView, ContactView } from '@/core/contract/view';
import { buttonClass } from '../../../_ui/buttonClass';
import { Glyph } from '../../../_ui/icons';
import { Composer } from '../Composer';
import { ThreadGroup } from '../Conversation';
import { usePlay, usePlaying } from '../playContext';
import { Initials } from '../Recipients';
import { type Thread, threadsOf } from '../selectors';
import { openContact } from '../uiStore';
import { useNewestShown } from '../useNewestShown';
import { useReading } from '../useReading';
import { CallBar } from './CallBar';
import { CallInstead, HeadCallButton, WideCallButton } from './CallButton';
import { CallHead } from './CallHead';
import { CallItem } from './CallItem';
import { LockNote } from './LockNote';
import { SayBox } from './SayBox';
import { useLine } from './useLine';

/** One recipient where calls are possible: what was written and said, and the call that goes on. */
export default function CallConversation({ contact }: { contact: string }) {
  const t = useTranslations('play.talk');
  const person = usePlay((s) => s.view.contacts.find((c) => c.id === contact));
  const line = useLine();
  if (!person) return <p className="p-6 text-soft">{t('pick')}</p>;
  const here = line?.contact === contact ? line : null;
  return (
    <section data-conversation className="flex min-h-0 grow flex-col" aria-label={person.name}>
      {here ? <CallHead call={here} name={person.name} role={person.role} /> : <Head person={person} />}
      {line && !here && <CallBar className="max-lg:hidden" />}
      <Log person={person} live={here !== null} />
      {here ? <SayBox call={here} name={person.name} key={contact} /> : <Foot person={person} />}
    </section>
  );
}

function Head({ person }: { person: ContactView }) {
  const t = useTranslations('play.talk');
  const { ui } = usePlaying();
  return (
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
        <p className="truncate text-xs text-soft">{person.role}</p>
      </div>
      <HeadCallButton contact={person.id} name={person.name} />
    </header>
  );
}

type Entry = { at: number; thread: Thread } | { at: number; call: CallView };

/** Mail by subject and calls, the newest last. */
function entriesOf(threads: Thread[], calls: CallView[]): Entry[] {
  const mail = threads.map((thread) => ({ at: thread.mails.at(-1)?.simMs ?? 0, thread }));
  const phone = calls.map((call) => ({
    at: call.phase === 'ended' ? call.simMs : Number.POSITIVE_INFINITY,
    call,
  }));
  return [...mail, ...phone].sort((a, b) => a.at - b.at);
}

function Log({ person, live }: { person: ContactView; live: boolean }) {
  const t = useTranslations('play');
  const { id, name } = person;
  const mails = usePlay((s) => s.view.mails);
  const calls = usePlay((s) => s.view.calls);
  const own = useMemo(() => calls.filter((c) => c.contact === id), [calls, id]);
  const entries = useMemo(() => entriesOf(threadsOf(mails, id), own), [mails, own, id]);
  const box = useRef<HTMLDivElement>(null);
  useReading(id, mails);
  useNewestShown(
    box,
    id,
    own.reduce((sum, c) => sum + 1 + c.lines.filter((l) => l.from === 'me').length, 0),
  );
  return (
    <div
      ref={box}
      role="log"
      // On the line whole sentences are announced apart, not every word as it appears.
      aria-live={live ? 'off' : undefined}
      aria-label={t('talk.log', { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard.
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto overscroll-contain px-3 py-3 [contain:strict] sm:px-4"
    >
      <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-end gap-4">
        {entries.length === 0 && <Nothing person={person} />}
        {entries.map((entry) =>
          'call' in entry ? (
            <CallItem key={entry.call.callId} call={entry.call} name={name} />
          ) : (
            <ThreadGroup key={entry.thread.threadId} thread={entry.thread} />
          ),
        )}
      </div>
    </div>
  );
}

function Nothing({ person }: { person: ContactView }) {
  const t = useTranslations('play.call');
  return (
    <div className="m-auto max-w-[38ch] py-6 text-center text-soft">
      <p>{t('empty', { name: person.name })}</p>
      {person.about && <p className="mt-2 text-sm">{person.about}</p>}
    </div>
  );
}

/** Below a conversation without a call: the mail composer where mail is allowed, and the way to ring. */
function Foot({ person }: { person: ContactView }) {
  const t = useTranslations('play.call');
  const mode = usePlay((s) => s.view.run.mode);
  const over = usePlay((s) => s.view.ended !== null);
  const blocked = useLine() !== null;
  const last = usePlay((s) => s.view.calls.findLast((c) => c.contact === person.id));
  if (blocked)
    return (
      <div className="hatched flex justify-center border-t border-call-line p-3">
        <LockNote />
      </div>
    );
  if (mode === 'free' || over) return <Composer contact={person.id} name={person.name} key={person.id} />;
  const again = last !== undefined && last.end !== 'answered';
  return (
    <div className="flex flex-col gap-2 border-t border-line bg-panel px-3 py-2.5 sm:px-4">
      <div className="max-lg:hidden">
        {again ? (
          <CallInstead contact={person.id} text={t('again')} />
        ) : (
          <p className="text-sm text-soft">{t('byPhone')}</p>
        )}
      </div>
      <WideCallButton contact={person.id} name={person.name} />
    </div>
  );
}
