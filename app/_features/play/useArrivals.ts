'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { MailView, NoticeView } from '@/core/contract/view';
import { isNews } from '../../_lib/playState';
import { type Playing, usePlay, usePlaying } from './playContext';
import { nameOf, unreadAll } from './selectors';
import { ping } from './sound';
import { isWide, toast } from './uiStore';

/** What arrives is said: a note, the tab's title, and if wished a sound and a notification of the browser. */
export function useArrivals(): void {
  const playing = usePlaying();
  const t = useTranslations('play');
  useEffect(() => {
    const { store } = playing.connection;
    return store.subscribe((s, before) => {
      if (s.view.ended && !before.view.ended) playing.ui.setState({ toasts: [] });
      // A whole view replaced the old one: what it holds is not news.
      if (!isNews(s, before)) return;
      if (s.view.ended) return;
      for (const mail of s.view.mails.slice(before.view.mails.length))
        if (mail.from === 'them') tell(playing, mail, t);
      for (const notice of s.view.notices.slice(before.view.notices.length)) tellNotice(playing, notice, t);
    });
  }, [playing, t]);
  useTitle();
}

type Texts = ReturnType<typeof useTranslations<'play'>>;

function tell({ ui, connection }: Playing, mail: MailView, t: Texts): void {
  const { view } = connection.store.getState();
  const { settings, contact, tab } = ui.getState();
  const name = nameOf(view.contacts, mail.contact);
  const text = t('toast.mail', { name, subject: mail.subject || t('talk.noSubject') });
  const hidden = document.visibilityState !== 'visible';
  if (contact !== mail.contact || (tab !== 'mail' && !isWide()) || hidden)
    toast(ui, 'mail', text, mail.contact);
  if (settings.sound) ping();
  if (settings.notify && hidden && 'Notification' in window)
    new Notification(text, { body: mail.text ?? '', tag: mail.mailId });
}

function tellNotice({ ui, connection }: Playing, notice: NoticeView, t: Texts): void {
  const { view } = connection.store.getState();
  const contact = view.mails.find((m) => m.mailId === notice.mailId)?.contact ?? null;
  const name = nameOf(view.contacts, contact);
  toast(ui, 'plain', t(`toast.${notice.kind}`, { name }), contact);
}

/** Unread mail shows in the tab's title. */
function useTitle(): void {
  const t = useTranslations('play.title');
  const title = usePlay((s) => s.view.run.title);
  const count = usePlay((s) => unreadAll(s.view));
  useEffect(() => {
    document.title = count > 0 ? t('unread', { count: String(count), title }) : title;
  }, [t, title, count]);
}
