'use client';

import { useEffect, useRef } from 'react';
import type { MailView } from '@/core/contract/view';
import { usePlaying, useUi } from './playContext';
import { isUnread } from './selectors';
import { isWide } from './uiStore';

/** Mail that stands on the screen of somebody who looks at it is opened: once, and only while the page is visible. */
export function useReading(contact: string, mails: readonly MailView[]): void {
  const { connection } = usePlaying();
  const shown = useUi((s) => s.contact === contact && (s.tab === 'mail' || isWide()));
  const told = useRef(new Set<string>());
  const open = () => {
    if (!shown || document.visibilityState !== 'visible') return;
    for (const mail of mails) {
      if (mail.contact !== contact || !isUnread(mail) || told.current.has(mail.mailId)) continue;
      told.current.add(mail.mailId);
      void connection.send('mail.open', { mailId: mail.mailId });
    }
  };
  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
    open();
  });
  useEffect(() => {
    const look = () => newest.current();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}
