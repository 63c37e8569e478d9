'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { MissionItem } from '@/core/contract/view';
import { Glyph } from '../../_ui/icons';
import type { Writing } from './composerStore';
import { likelyRequest } from './likelyRequest';
import { usePlay } from './playContext';
import { nameOf } from './selectors';
import { isOpenHere } from './standIns';
import { chosen } from './useActions';
import { useStandsIn } from './useStandsIn';

type Change = (part: Partial<Writing>) => void;

const chip =
  'inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap aria-pressed:bg-mail-solid aria-pressed:border-mail-solid aria-pressed:text-white';
const row = 'flex gap-1.5 overflow-x-auto pb-1 sm:flex-wrap sm:overflow-visible';

/**
 * Requests of the mission for this person that are still open, and any other already chosen; then those of whom they stand in for,
 * by whom they are from.
 */
export function AskChips({ contact, w, change }: { contact: string; w: Writing; change: Change }) {
  const t = useTranslations('play.composer');
  const mission = usePlay((s) => s.view.mission);
  const contacts = usePlay((s) => s.view.contacts);
  const away = useStandsIn(contact);
  const from = (id: string) =>
    mission.filter((m) => m.contact === id && (w.asks.includes(m.id) || m.state !== 'answered'));
  const others = mission.filter(
    (m) => w.asks.includes(m.id) && m.contact !== contact && !away.includes(m.contact),
  );
  const groups = [
    { legend: t('about'), items: [...from(contact), ...others] },
    ...away.map((id) => ({ legend: t('aboutFor', { name: nameOf(contacts, id) }), items: from(id) })),
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return <AllAnswered contact={contact} />;
  return groups.map(({ legend, items }) => (
    <fieldset key={legend} className="min-w-0">
      <legend className="float-left mr-2 py-2 text-xs text-soft">{legend}</legend>
      <div className={row}>
        {items.map((m) => (
          <AskChip key={m.id} item={m} w={w} change={change} />
        ))}
      </div>
    </fieldset>
  ));
}

/** Nothing left to ask here: said once somebody had something to answer, and never beside what was asked here and is still open. */
function AllAnswered({ contact }: { contact: string }) {
  const t = useTranslations('play.talk');
  const person = usePlay((s) => s.view.contacts.find((c) => c.id === contact));
  const open = usePlay((s) => isOpenHere(s.view, contact));
  if (!person || person.requests.length === 0 || open) return null;
  return <p className="py-1 text-xs text-soft">{t('answeredAll', { name: person.name })}</p>;
}

const AskChip = memo(function AskChip({
  item,
  w,
  change,
}: {
  item: MissionItem;
  w: Writing;
  change: Change;
}) {
  const pressed = w.asks.includes(item.id);
  const toggle = () =>
    change(
      pressed
        ? {
            asks: w.asks.filter((a) => a !== item.id),
            text: without(w.text, item.ask),
            subject: w.subject === item.title ? '' : w.subject,
          }
        : chosen(w, item.title, item.ask, item.id),
    );
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={toggle}
      className={`${chip} border-mail-line text-mail`}
    >
      <Glyph name={pressed ? 'desk' : 'ring'} className="size-3.5" />
      {item.title}
    </button>
  );
});

/** While somebody writes freely: the request their words come closest to, to be named with one press. */
export function Suggestion({ contact, w, change }: { contact: string; w: Writing; change: Change }) {
  const t = useTranslations('play.composer');
  const mission = usePlay((s) => s.view.mission);
  const away = useStandsIn(contact);
  if (w.asks.length > 0) return null;
  const likely = likelyRequest(
    w.text,
    mission.filter((m) => (m.contact === contact || away.includes(m.contact)) && m.state !== 'answered'),
  );
  if (!likely) return null;
  return (
    <p className="arrive-up mt-1.5 flex items-center gap-2 text-xs text-soft">
      {t('soundsLike')}
      <button
        type="button"
        onClick={() => change({ asks: [likely.id] })}
        className={`${chip} border-mail-line text-mail`}
      >
        {likely.title}
      </button>
    </p>
  );
}

/** Takes the offered words out again when they still stand there as offered. */
function without(text: string, words: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(words);
  return at < 0 ? text : lines.filter((_, i) => i !== at).join('\n');
}

/** Facts learned so far that can go along. */
export function DetailChips({ w, change }: { w: Writing; change: Change }) {
  const t = useTranslations('play.composer');
  const facts = usePlay((s) => s.view.facts);
  if (facts.length === 0) return null;
  return (
    <fieldset className="mt-1 min-w-0">
      <legend className="float-left mr-2 py-2 text-xs text-soft">{t('include')}</legend>
      <div className={row}>
        {facts.map((f) => {
          const pressed = w.details.includes(f.id);
          return (
            <button
              key={f.id}
              type="button"
              title={f.text}
              aria-pressed={pressed}
              onClick={() =>
                change({ details: pressed ? w.details.filter((d) => d !== f.id) : [...w.details, f.id] })
              }
              className={`${chip} border-edge/60`}
            >
              {f.label}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
