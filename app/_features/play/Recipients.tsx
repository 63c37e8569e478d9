'use client';

import { useTranslations } from 'next-intl';
import type { ContactView } from '@/core/contract/view';
import { clockText, spanText } from '../../_lib/clock';
import { Glyph } from '../../_ui/icons';
import { RowCallButton } from './call/CallButton';
import { lineOf } from './call/calls';
import { LastCall } from './call/LastCall';
import { passedOnIn, unreplied } from './ownWords';
import { usePlay, usePlaying, useSimNow, useUi } from './playContext';
import { SearchResults } from './Search';
import { pendingOf, unreadOf } from './selectors';
import { MatesHere } from './team/MatesHere';
import { openContact } from './uiStore';

/** Everybody one can write to. It never says whether somebody is there: nobody can know. */
export function Recipients() {
  const t = useTranslations('play.recipients');
  const { ui } = usePlaying();
  const contacts = usePlay((s) => s.view.contacts);
  const query = useUi((s) => s.query);
  return (
    <div className="flex min-h-0 grow flex-col">
      <label className="relative m-2 block">
        <span className="sr-only">{t('search')}</span>
        <Glyph name="search" className="pointer-events-none absolute top-3 left-3 size-4 text-soft" />
        <input
          id="search"
          type="search"
          maxLength={100}
          value={query}
          placeholder={t('search')}
          onChange={(e) => ui.setState({ query: e.target.value })}
          className="h-10 w-full rounded-lg border border-line bg-ground pr-2 pl-9 text-sm"
        />
      </label>
      {query.trim() ? (
        <SearchResults />
      ) : (
        <ul aria-label={t('title')} className="min-h-0 grow overflow-y-auto px-2 pb-2">
          {contacts.map((c) => (
            <Recipient key={c.id} contact={c} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Recipient({ contact }: { contact: ContactView }) {
  const t = useTranslations('play.recipients');
  const { ui } = usePlaying();
  const current = useUi((s) => s.contact === contact.id);
  const talking = usePlay((s) => lineOf(s.view)?.contact === contact.id);
  const unread = usePlay((s) => unreadOf(s.view.mails, contact.id));
  return (
    <li className="flex items-start gap-1">
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={() => openContact(ui, contact.id)}
        className={`grid w-full min-w-0 grid-cols-[auto_1fr_auto] items-start gap-x-3 rounded-xl px-2.5 py-2 text-left hover:bg-well ${talking ? 'bg-call-wash' : current ? 'lg:bg-mail-wash' : ''}`}
      >
        <Initials name={contact.name} />
        <span className="min-w-0">
          <span className={`block truncate leading-5 ${unread ? 'font-semibold' : 'font-medium'}`}>
            {contact.name}
          </span>
          <span className="block truncate text-xs text-soft">{contact.role}</span>
          <TheirTime contact={contact} />
          <LastCall contact={contact.id} />
          <MatesHere contact={contact.id} />
        </span>
        {unread > 0 && (
          <span className="tabular mt-0.5 rounded-full bg-mail-solid px-2 text-xs leading-5 font-semibold text-white">
            <span aria-hidden="true">{unread}</span>
            <span className="sr-only">{t('unread', { count: unread })}</span>
          </span>
        )}
        <Pending contact={contact.id} />
      </button>
      <RowCallButton contact={contact.id} name={contact.name} />
    </li>
  );
}

/** Their own clock, where it is another one. */
function TheirTime({ contact }: { contact: ContactView }) {
  const t = useTranslations('play.recipients');
  const start = usePlay((s) => s.view.run.start);
  const now = useSimNow(60_000);
  if (contact.aheadMin === 0) return null;
  return (
    <span className="tabular block text-xs text-soft">
      {t('theirTime', { time: clockText(start, now + contact.aheadMin * 60_000) })}
    </span>
  );
}

/** What this person was asked for and has not answered; and mails in own words, of which only that they are out is known. */
function Pending({ contact }: { contact: string }) {
  const t = useTranslations('play.recipients');
  const mission = usePlay((s) => s.view.mission);
  const out = usePlay((s) => unreplied(s.view, contact));
  const passedOn = usePlay((s) => passedOnIn(s.view));
  const now = useSimNow(60_000);
  const pending = pendingOf(mission, contact, passedOn);
  const over = usePlay((s) => s.view.ended !== null);
  if (over || pending.length + out.length === 0) return null;
  return (
    <span className="col-span-2 col-start-2 mt-1 flex flex-col gap-0.5">
      {pending.map((m) => (
        <span
          key={m.id}
          className={`flex items-center gap-1.5 text-xs ${m.state === 'question' ? 'text-call' : 'text-mail'}`}
        >
          <Glyph name={m.state === 'question' ? 'question' : 'line'} className="size-3.5" />
          <span className="truncate">{m.title}</span>
          <Age from={m.askedMs ?? passedOn.get(m.id) ?? null} now={now} />
        </span>
      ))}
      {out[0] && (
        <span className="flex items-center gap-1.5 text-xs text-mail">
          <Glyph name="line" className="size-3.5" />
          <span className="truncate">{t('out', { count: out.length })}</span>
          <Age from={out[0].simMs} now={now} />
        </span>
      )}
    </span>
  );
}

function Age({ from, now }: { from: number | null; now: number }) {
  if (from === null) return null;
  return <span className="tabular ml-auto shrink-0">{spanText(now - from)}</span>;
}

/** Two letters for a face. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .filter((part) => !/\.$/.test(part))
    .map((part) => part[0] ?? '');
  return (
    <span
      aria-hidden="true"
      className="grid size-9 place-items-center rounded-full border border-line bg-well text-xs font-semibold text-soft"
    >
      {[letters[0], letters.length > 1 ? letters.at(-1) : ''].join('')}
    </span>
  );
}
