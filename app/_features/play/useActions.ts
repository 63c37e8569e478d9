'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext, useMemo } from 'react';
import type { CommandInput, CommandName } from '@/core/contract/command';
import type { MailView } from '@/core/contract/view';
import type { CommandResult, Reply } from '@/core/contract/wire';
import { lineOf } from './call/calls';
import { prepare, speechTo } from './call/speechStore';
import { clear, edit, writingOf } from './composerStore';
import { type Playing, usePlaying } from './playContext';
import { openContact, toast } from './uiStore';

/** Asks the run for something and says it when the answer is no. */
async function ask<K extends CommandName>(
  playing: Playing,
  name: K,
  body: CommandInput<K>,
  offline: string,
): Promise<Extract<Reply<CommandResult<K>>, { ok: true }> | null> {
  const reply = await playing.connection.send(name, body);
  if (reply?.ok) return reply;
  toast(playing.ui, 'bad', reply ? reply.refusal.message : offline);
  return null;
}

/** What a person can do here, each of them saying so when it is refused. Made once for the screen. */
export function useMadeActions() {
  const playing = usePlaying();
  const t = useTranslations('play');
  return useMemo(() => {
    const offline = t('toast.offline');
    const say = <K extends CommandName>(name: K, body: CommandInput<K>) => ask(playing, name, body, offline);
    return {
      say,
      send: (to: string, inMin?: number) => sendWriting(playing, to, inMin),
      undo: (mailId: string) => say('mail.undo', { mailId }),
      remind: (mailId: string) => say('mail.remind', { mailId }),
      start: () => say('clock.start', {}),
      pause: () => say('clock.pause', {}),
      resume: () => say('clock.resume', {}),
      skip: () => say('clock.skip', {}),
      speed: (speed: 'slow' | 'normal' | 'fast') => say('clock.speed', { speed }),
      finish: () => say('run.finish', {}),
      closeDay: () => say('run.closeDay', {}),
      answer: (cardId: string, choice: number) => say('desk.answer', { cardId, choice }),
      reply: (mail: MailView, more: { asks?: string[]; details?: string[] } = {}) =>
        startReply(playing, mail, more),
      askAbout: (contact: string, request: string) => startAsking(playing, contact, request),
    };
  }, [playing, t]);
}

export type Actions = ReturnType<typeof useMadeActions>;

export const ActionsContext = createContext<Actions | null>(null);

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('Outside a play screen.');
  return actions;
}

/** Sends what is written to `to` and empties the composer at once: the outbox has it from here. */
function sendWriting(playing: Playing, to: string, inMin?: number): void {
  const { composer, connection } = playing;
  const w = writingOf(composer.getState(), to);
  const letter = {
    to,
    ...(w.threadId ? { threadId: w.threadId } : {}),
    ...(w.inReplyTo ? { inReplyTo: w.inReplyTo } : {}),
    subject: w.subject,
    text: w.text,
    asks: w.asks,
    details: w.details,
    ...(w.followUpMin ? { followUpMin: w.followUpMin } : {}),
  };
  // Handed over before the composer empties, so that the mail reaches the run before the end of the writing does.
  if (inMin === undefined) void connection.send('mail.send', letter);
  else void connection.send('mail.sendLater', { ...letter, inMin });
  clear(composer, to);
}

function startReply(
  { composer, ui }: Playing,
  mail: MailView,
  more: { asks?: string[]; details?: string[] },
): void {
  const w = writingOf(composer.getState(), mail.contact);
  edit(composer, mail.contact, {
    threadId: mail.threadId,
    inReplyTo: mail.from === 'them' ? mail.mailId : null,
    subject: '',
    asks: [...new Set([...w.asks, ...(more.asks ?? [])])],
    details: [...new Set([...w.details, ...(more.details ?? [])])],
  });
  openContact(ui, mail.contact);
  focusMessage();
}

function startAsking(playing: Playing, contact: string, request: string): void {
  const { composer, ui, connection } = playing;
  const { view } = connection.store.getState();
  const line = lineOf(view);
  if (view.run.mode === 'call' || line) return prepareAsking(playing, line?.contact ?? contact, request);
  const item = view.mission.find((m) => m.id === request);
  const w = writingOf(composer.getState(), contact);
  if (item && !w.asks.includes(request)) edit(composer, contact, chosen(w, item.title, item.ask, request));
  openContact(ui, contact);
  focusMessage();
}

/** On the line, or where only calls are possible: the request is to be said. */
function prepareAsking({ speech, ui }: Playing, contact: string, request: string): void {
  const { asks } = speechTo(speech.getState(), contact);
  prepare(speech, contact, { asks: [...new Set([...asks, request])] });
  openContact(ui, contact);
  setTimeout(() => document.getElementById('say')?.focus(), 30);
}

/** A request was chosen to ask about: its words are offered where nothing was typed yet. */
export const chosen = (
  w: { subject: string; text: string; asks: string[]; threadId: string | null },
  title: string,
  words: string,
  id: string,
) => ({
  asks: [...w.asks, id],
  subject: w.subject === '' && w.threadId === null ? title : w.subject,
  text: w.text.trim() === '' ? words : `${w.text.trimEnd()}\n${words}`,
});

/** After the conversation is on the screen. */
export function focusMessage(): void {
  setTimeout(() => document.getElementById('message')?.focus(), 30);
}
