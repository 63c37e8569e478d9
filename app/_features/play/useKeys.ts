'use client';

import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { lineOf, ringing } from './call/calls';
import { useCallActions } from './call/useCallActions';
import { type Playing, usePlaying } from './playContext';
import { canUndo } from './selectors';
import { isWide, openContact } from './uiStore';
import { type Actions, focusMessage, useActions } from './useActions';

/** Single keys while nobody types; off in the settings. mod+Enter belongs to the composer itself. */
export function useKeys(): void {
  const playing = usePlaying();
  const actions = useActions();
  const calls = useCallActions();
  useEffect(() => {
    const free = (act: () => void) => (event: KeyboardEvent) => {
      const { settings, dialog } = playing.ui.getState();
      if (
        !settings.singleKeys ||
        dialog ||
        isTyping(event.target) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      act();
    };
    return tinykeys(window, {
      c: free(focusMessage),
      '/': free(() => focusSearch(playing)),
      j: free(() => step(playing, 1)),
      k: free(() => step(playing, -1)),
      r: free(() => replyNewest(playing, actions)),
      p: free(() => phone(playing, calls)),
      h: free(() => hangUp(playing, calls)),
      a: free(() => accept(playing, calls)),
      u: free(() => undoLast(playing, actions)),
      '?': free(() => playing.ui.setState({ dialog: 'help' })),
      'Shift+?': free(() => playing.ui.setState({ dialog: 'help' })),
      ...Object.fromEntries(
        [1, 2, 3, 4].map((n) => [String(n), free(() => answerCard(playing, actions, n - 1))]),
      ),
    });
  }, [playing, actions, calls]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function focusSearch({ ui }: Playing): void {
  ui.setState({ tab: 'mail', ...(isWide() ? {} : { contact: null }) });
  setTimeout(() => document.getElementById('search')?.focus(), 30);
}

function step({ ui, connection }: Playing, by: 1 | -1): void {
  const { contacts } = connection.store.getState().view;
  const at = contacts.findIndex((c) => c.id === ui.getState().contact);
  const next = contacts[(at + by + contacts.length) % contacts.length];
  if (next) openContact(ui, next.id);
}

function replyNewest({ ui, connection }: Playing, actions: Actions): void {
  const { contact } = ui.getState();
  const mail = connection.store
    .getState()
    .view.mails.findLast((m) => m.contact === contact && m.from === 'them');
  if (mail) actions.reply(mail);
  else focusMessage();
}

function undoLast({ connection }: Playing, actions: Actions): void {
  const now = connection.simNow();
  const { view } = connection.store.getState();
  const mail = view.mails.findLast((m) => canUndo(m, view.me, now));
  if (mail) void actions.undo(mail.mailId);
}

type Calls = ReturnType<typeof useCallActions>;

function phone({ ui, connection }: Playing, calls: Calls): void {
  const { contact } = ui.getState();
  if (contact && connection.store.getState().view.run.mode !== 'mail') void calls.dial(contact);
}

/** Ends the call that goes on, else turns away the one that rings. */
function hangUp({ connection }: Playing, calls: Calls): void {
  const { view } = connection.store.getState();
  const line = lineOf(view);
  const [first] = ringing(view.calls);
  if (line) void calls.hangUp(line);
  else if (first) void calls.decline(first);
}

function accept({ connection }: Playing, calls: Calls): void {
  const [first] = ringing(connection.store.getState().view.calls);
  if (first) void calls.accept(first);
}

function answerCard({ connection }: Playing, actions: Actions, choice: number): void {
  const { desk, clock } = connection.store.getState().view;
  if (desk.card && clock.state === 'running' && choice < desk.card.face.options.length)
    void actions.answer(desk.card.cardId, choice);
}
