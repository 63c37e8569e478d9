'use client';

import { useEffect, useRef } from 'react';
import { hasContent, writingOf } from './composerStore';
import { usePlaying, useUi } from './playContext';
import { isWide } from './uiStore';

/** While somebody writes, the clock is asked again so often whether it knows; it speeds up after a minute without. */
const sayAgainMs = 20_000;

/** Tells the run that the composer has content, so that its clock slows down (T8), and that it no longer has. */
export function useScene(): void {
  const { connection, composer } = usePlaying();
  // On a phone another tab hides the composer: nobody writes there then.
  const contact = useUi((s) => (s.tab === 'mail' || isWide() ? s.contact : null));
  const said = useRef<{ open: boolean; at: number }>({ open: false, at: 0 });
  useEffect(() => {
    const writing = () => contact !== null && hasContent(writingOf(composer.getState(), contact));
    const close = () => {
      if (!said.current.open) return;
      said.current = { open: false, at: 0 };
      void connection.send('scene.close', { scene: 'compose' });
    };
    const stop = composer.subscribe((s, before) => {
      if (!contact || s.by[contact] === before.by[contact] || !s.by[contact]?.dirty) return;
      if (connection.store.getState().view.clock.state !== 'running') return;
      if (!writing()) return close();
      const now = performance.now();
      if (said.current.open && now - said.current.at < sayAgainMs) return;
      said.current = { open: true, at: now };
      void connection.send('scene.open', { scene: 'compose' });
    });
    return () => {
      stop();
      close();
    };
  }, [connection, composer, contact]);
}
