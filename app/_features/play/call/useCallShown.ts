'use client';

import { useEffect } from 'react';
import { usePlay, usePlaying } from '../playContext';
import { isWide, openContact } from '../uiStore';
import { lineOf } from './calls';

/**
 * The call comes to the screen when it begins, and after a reload; focus goes into it, and back to the button that rings this
 * person when it is over, unless the participant has turned to something else meanwhile.
 */
export function useCallShown(): void {
  const { ui, connection } = usePlaying();
  const callId = usePlay((s) => lineOf(s.view)?.callId ?? null);
  useEffect(() => {
    const call = connection.store.getState().view.calls.find((c) => c.callId === callId);
    if (!call) return;
    openContact(ui, call.contact);
    const within = focusSoon('call-head');
    return () => {
      clearTimeout(within);
      if (isElsewhere()) return;
      focusSoon(isWide() ? `call-${call.contact}` : `dial-${call.contact}`);
    };
  }, [ui, connection, callId]);
}

/** Focus that is on something outside the conversation stays there. */
const isElsewhere = (): boolean => {
  const at = document.activeElement;
  return at !== null && at !== document.body && !at.closest('[data-conversation]');
};

const focusSoon = (id: string) =>
  setTimeout(() => document.getElementById(id)?.focus({ preventScroll: true }), 60);
