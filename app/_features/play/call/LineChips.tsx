'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MissionItem } from '@/core/contract/view';
import { Glyph } from '../../../_ui/icons';
import { usePlay } from '../playContext';
import { useStandsIn } from '../useStandsIn';
import { offered } from './calls';
import { type Speech, toggled } from './speechStore';

export interface Preparing {
  contact: string;
  speech: Speech;
  change: (part: Partial<Speech>) => void;
}

const chip =
  'inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap aria-pressed:border-call-solid aria-pressed:bg-call-solid aria-pressed:text-[#1d1d21]';
const row = 'flex gap-1.5 overflow-x-auto pb-1 sm:flex-wrap sm:overflow-visible';

/** What can be asked: what this person, and whom they stand in for, still owe at once, everything else behind one press. `said`: asked in this call. */
export function AskChips({ contact, speech, change, said }: Preparing & { said: string[] }) {
  const t = useTranslations('play');
  const mission = usePlay((s) => s.view.mission);
  const [all, setAll] = useState(false);
  const away = useStandsIn(contact);
  const items = offered(mission, [contact, ...away]);
  const first = items.filter(
    (m) =>
      speech.asks.includes(m.id) ||
      ((m.contact === contact || away.includes(m.contact)) && m.state !== 'answered'),
  );
  const shown = all || first.length === 0 ? items : first;
  return (
    <fieldset className="min-w-0">
      <legend className="float-left mr-2 py-2 text-xs text-soft">{t('composer.about')}</legend>
      <div className={row}>
        {shown.map((m) => (
          <AskChip key={m.id} item={m} said={said.includes(m.id)} speech={speech} change={change} />
        ))}
        {shown.length < items.length && (
          <button
            type="button"
            onClick={() => setAll(true)}
            aria-label={t('call.more', { count: items.length - shown.length })}
            className={`tabular ${chip} shrink-0 border-dashed border-call-line text-call`}
          >
            {`+${items.length - shown.length}`}
          </button>
        )}
      </div>
    </fieldset>
  );
}

const marks = { open: 'ring', asked: 'line', question: 'question', answered: 'dot' } as const;

function AskChip({
  item,
  said,
  speech,
  change,
}: { item: MissionItem; said: boolean } & Omit<Preparing, 'contact'>) {
  const pressed = speech.asks.includes(item.id);
  const mark = pressed ? 'desk' : said && item.state === 'open' ? 'line' : marks[item.state];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => change({ asks: toggled(speech.asks, item.id) })}
      className={`${chip} border-call-line text-call`}
    >
      <Glyph name={mark} className="size-3.5" />
      {item.title}
    </button>
  );
}

/** Facts that can be told; those that were asked for stand first and marked. */
export function DetailChips({ speech, change, asked }: Omit<Preparing, 'contact'> & { asked: string[] }) {
  const t = useTranslations('play');
  const known = usePlay((s) => s.view.facts);
  if (known.length === 0) return null;
  const facts = [...known].sort((a, b) => Number(asked.includes(b.id)) - Number(asked.includes(a.id)));
  return (
    <fieldset className="min-w-0">
      <legend className="float-left mr-2 py-2 text-xs text-soft">{t('composer.include')}</legend>
      <div className={row}>
        {facts.map((f) => (
          <button
            key={f.id}
            type="button"
            title={f.text}
            aria-pressed={speech.details.includes(f.id)}
            onClick={() => change({ details: toggled(speech.details, f.id) })}
            className={`${chip} ${asked.includes(f.id) ? 'border-call-solid font-semibold text-call ring-1 ring-call-solid' : 'border-edge/60'}`}
          >
            {f.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
