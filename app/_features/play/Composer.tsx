'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { limits } from '@/core/contract/limits';
import { spanText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { AskChips, DetailChips, Suggestion } from './ComposerChips';
import { clear, edit, hasContent, type Writing, write, writingOf } from './composerStore';
import { useComposer, usePlay, usePlaying } from './playContext';
import { useActions } from './useActions';

/** Writing to one recipient: what to ask, what to include, words, and when it goes out. */
export function Composer({ contact, name }: { contact: string; name: string }) {
  const t = useTranslations('play.composer');
  const own = usePlay((s) => s.room === null);
  const { composer, connection } = usePlaying();
  const w = useComposer((s) => writingOf(s, contact));
  const actions = useActions();
  const clock = usePlay((s) => s.view.clock.state);
  const change = (part: Partial<Writing>) => {
    edit(composer, contact, part);
    connection.hint(contact);
  };
  if (clock === 'ended')
    return <p className="border-t border-line bg-panel px-4 py-3 text-sm text-soft">{t('ended')}</p>;
  const sendable = clock === 'running' && hasContent(w);
  const send = () => sendable && actions.send(contact);
  return (
    <form
      aria-label={t('placeholder', { name })}
      className="border-t border-line bg-panel px-3 pt-2 pb-2.5 sm:px-4 [&>*]:mx-auto [&>*]:max-w-4xl"
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || !(e.metaKey || e.ctrlKey)) return;
        e.preventDefault();
        send();
      }}
    >
      <AskChips contact={contact} w={w} change={change} />
      <DetailChips w={w} change={change} />
      <Other contact={contact} w={w} />
      <div className="mt-1.5 overflow-hidden rounded-xl border border-edge/70 bg-ground focus-within:outline-2 focus-within:outline-mail">
        <SubjectLine w={w} change={change} />
        <textarea
          id="message"
          aria-label={t('message')}
          placeholder={t('placeholder', { name })}
          value={w.text}
          maxLength={limits.text}
          rows={2}
          onChange={(e) => change({ text: e.target.value })}
          className="field-sizing-content block max-h-40 min-h-14 w-full resize-none bg-transparent px-3 py-2 outline-none"
        />
      </div>
      <Suggestion contact={contact} w={w} change={change} />
      <Buttons contact={contact} w={w} sendable={sendable} />
      {clock !== 'running' && (
        <p className="mt-1 text-xs text-soft">
          {t(clock === 'paused' ? (own ? 'paused' : 'pausedSession') : 'ready')}
        </p>
      )}
    </form>
  );
}

function SubjectLine({ w, change }: { w: Writing; change: (part: Partial<Writing>) => void }) {
  const t = useTranslations('play.composer');
  const subject = usePlay((s) =>
    w.threadId ? (s.view.mails.find((m) => m.threadId === w.threadId)?.subject ?? '') : null,
  );
  if (subject !== null) {
    return (
      <p className="flex items-center gap-2 border-b border-line px-3 py-0.5 text-xs text-soft">
        <span className="truncate">{subject ? t('replying', { subject }) : t('replyingPlainly')}</span>
        <button
          type="button"
          className="ml-auto min-h-8 shrink-0 text-mail underline underline-offset-2"
          onClick={() => change({ threadId: null, inReplyTo: null })}
        >
          {t('newThread')}
        </button>
      </p>
    );
  }
  return (
    <input
      aria-label={t('subject')}
      placeholder={t('subject')}
      value={w.subject}
      maxLength={limits.subject}
      onChange={(e) => change({ subject: e.target.value })}
      className="block h-9 w-full border-b border-line bg-transparent px-3 text-sm font-medium outline-none"
    />
  );
}

/** What another tab or device wrote at the same time is shown, never thrown away unasked. */
function Other({ contact, w }: { contact: string; w: Writing }) {
  const t = useTranslations('play.composer');
  const { composer } = usePlaying();
  const { other } = w;
  if (!other) return null;
  return (
    <div className="mt-1.5 rounded-lg bg-call-wash px-3 py-2 text-sm text-call">
      <p className="text-xs">{t('other')}</p>
      <p className="line-clamp-3 whitespace-pre-wrap">{other}</p>
      <div className="mt-1 flex gap-1.5">
        <button
          type="button"
          className={buttonClass('plain', 'sm')}
          onClick={() => edit(composer, contact, { text: other, other: null })}
        >
          {t('useOther')}
        </button>
        <button
          type="button"
          className={buttonClass('quiet', 'sm')}
          onClick={() => write(composer, contact, { other: null })}
        >
          {t('dropOther')}
        </button>
      </div>
    </div>
  );
}

const laterMin = [15, 30, 60, 120] as const;
const followMin = [15, 30, 60] as const;

function Buttons({ contact, w, sendable }: { contact: string; w: Writing; sendable: boolean }) {
  const t = useTranslations('play.composer');
  const { composer } = usePlaying();
  const actions = useActions();
  const [later, setLater] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const full = hasContent(w);
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
      <button
        type="submit"
        // Not `disabled`: a button that was just pressed keeps the focus.
        aria-disabled={!sendable}
        className={buttonClass('primary', 'md', 'min-w-20 sm:min-w-24')}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {t('send')}
      </button>
      <button
        ref={opener}
        type="button"
        aria-disabled={!sendable}
        aria-expanded={later && sendable}
        onClick={() => sendable && setLater(!later)}
        className={buttonClass('plain')}
      >
        <Glyph name="later" />
        <span className="max-sm:sr-only">{t('later')}</span>
      </button>
      {later && sendable && (
        <span className="flex flex-wrap gap-1.5">
          {laterMin.map((min) => (
            <button
              key={min}
              type="button"
              className={buttonClass('plain')}
              onClick={() => {
                actions.send(contact, min);
                setLater(false);
                opener.current?.focus();
              }}
            >
              {t('sendIn', { span: spanText(min * 60_000) })}
            </button>
          ))}
        </span>
      )}
      {full && (
        <>
          <select
            aria-label={t('follow')}
            value={w.followUpMin ?? ''}
            onChange={(e) =>
              edit(composer, contact, { followUpMin: e.target.value ? Number(e.target.value) : null })
            }
            className="h-10 w-32 min-w-0 shrink rounded-lg border border-edge/60 bg-raised px-2 text-sm text-ink"
          >
            <option value="">{t('followOff')}</option>
            {followMin.map((min) => (
              <option key={min} value={min}>
                {t('followIn', { span: spanText(min * 60_000) })}
              </option>
            ))}
          </select>
          <span className="ml-auto flex items-center gap-1">
            <DraftNote w={w} />
            <button
              type="button"
              aria-label={t('throwAway')}
              title={t('throwAway')}
              className={buttonClass('quiet', 'md', '!px-2.5 text-soft')}
              onClick={() => clear(composer, contact)}
            >
              <Glyph name="close" />
            </button>
          </span>
        </>
      )}
    </div>
  );
}

/** Where the words are kept, and how many more fit when it gets close. */
function DraftNote({ w }: { w: Writing }) {
  const t = useTranslations('play.composer');
  const blocked = usePlay((s) => s.storageBlocked);
  const where = !w.dirty ? 'saved' : blocked ? 'notKept' : 'savedHere';
  const left = limits.text - w.text.length;
  const text = left < 200 ? t('left', { count: left }) : hasContent(w) ? t(where) : '';
  if (!text) return null;
  return <span className="tabular text-xs text-soft max-xl:hidden">{text}</span>;
}
