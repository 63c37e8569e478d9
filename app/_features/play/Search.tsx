'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { clockText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { usePlay, usePlaying, useUi } from './playContext';
import { nameOf, searchMails } from './selectors';
import { openContact } from './uiStore';

/** Mails that hold every word typed, newest first; choosing one opens its conversation at it. */
export function SearchResults() {
  const t = useTranslations('play.recipients');
  const talk = useTranslations('play.talk');
  const { ui } = usePlaying();
  const query = useUi((s) => s.query);
  const view = usePlay((s) => s.view);
  const found = useMemo(() => searchMails(view, query), [view, query]);
  const show = (mailId: string, contact: string) => {
    openContact(ui, contact);
    ui.setState({ whole: contact });
    setTimeout(() => document.getElementById(`mail-${mailId}`)?.scrollIntoView({ block: 'center' }), 60);
  };
  return (
    <div className="flex min-h-0 grow flex-col overflow-y-auto px-2 pb-2">
      <div className="flex items-center justify-between px-2">
        <p role="status" className="text-xs text-soft">
          {t('results', { count: found.length })}
        </p>
        <button
          type="button"
          className={buttonClass('link', 'sm')}
          onClick={() => ui.setState({ query: '' })}
        >
          {t('clear')}
        </button>
      </div>
      <ul>
        {found.map((m) => (
          <li key={m.mailId}>
            <button
              type="button"
              onClick={() => show(m.mailId, m.contact)}
              className="w-full rounded-xl px-2.5 py-2 text-left hover:bg-well"
            >
              <span className="flex justify-between gap-2 text-xs text-soft">
                <span className="truncate">
                  {m.from === 'me' ? '→ ' : ''}
                  {nameOf(view.contacts, m.contact)}
                </span>
                <span className="tabular">{clockText(view.run.start, m.simMs)}</span>
              </span>
              <span className="block truncate text-sm font-medium">{m.subject || talk('noSubject')}</span>
              <span className="line-clamp-2 text-sm text-soft">{m.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
