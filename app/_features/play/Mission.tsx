'use client';

import { useTranslations } from 'next-intl';
import { useShallow } from 'zustand/react/shallow';
import type { MissionItem } from '@/core/contract/view';
import { spanText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { lineOf } from './call/calls';
import { usePlay, useSimNow } from './playContext';
import { nameOf, requiredLeft } from './selectors';
import { type Standing, standingOf } from './standing';
import { useActions } from './useActions';

/** What has to be found out, how far each of it is, and what is known by now. */
export function Mission() {
  const t = useTranslations('play.mission');
  const mission = usePlay((s) => s.view.mission);
  const goal = usePlay((s) => s.view.run.brief.goal);
  const done = mission.filter((m) => m.state === 'answered').length;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <h2 className="flex items-baseline justify-between font-semibold">
        {t('title')}
        <span className="tabular text-sm font-normal text-soft">
          {t('done', { done, all: mission.length })}
        </span>
      </h2>
      <p className="text-sm text-soft">{goal}</p>
      <ul className="-mx-2 flex flex-col">
        {mission.map((m) => (
          <Item key={m.id} item={m} />
        ))}
      </ul>
      <CloseDay />
      <Facts />
    </section>
  );
}

const marks = {
  open: 'ring',
  unanswered: 'ring',
  said: 'line',
  asked: 'line',
  question: 'question',
  answered: 'dot',
} as const;
const tones = {
  open: 'text-soft',
  unanswered: 'text-soft',
  said: 'text-call',
  asked: 'text-mail',
  question: 'text-call',
  answered: 'text-mail',
} as const;

function Item({ item }: { item: MissionItem }) {
  const t = useTranslations('play.mission');
  const name = usePlay((s) => nameOf(s.view.contacts, item.contact));
  const standing = usePlay(useShallow((s) => standingOf(item, s.view)));
  const actions = useActions();
  return (
    <li>
      <button
        type="button"
        onClick={() => actions.askAbout(item.contact, item.id)}
        disabled={item.state === 'answered'}
        className="grid w-full grid-cols-[auto_1fr] gap-x-2.5 rounded-lg px-2 py-1.5 text-left enabled:hover:bg-well disabled:cursor-default"
      >
        <Glyph name={marks[standing.is]} className={`mt-0.5 size-4 ${tones[standing.is]}`} />
        <span className="min-w-0">
          <span className="block leading-5 font-medium">
            {item.title}
            {!item.required && <span className="font-normal text-soft"> ({t('optional')})</span>}
          </span>
          <span className="block text-xs text-soft">
            {t('from', { name })} · <Status {...standing} />
          </span>
          {item.answer ? <span className="mt-0.5 block text-sm">{item.answer}</span> : <Needs item={item} />}
        </span>
      </button>
    </li>
  );
}

function Status({ is, since }: Standing) {
  const t = useTranslations('play.mission');
  const now = useSimNow(60_000);
  const over = usePlay((s) => s.view.ended !== null);
  if (over && is !== 'answered') return <span>{t(is === 'open' ? 'notAsked' : 'never')}</span>;
  return (
    <span className={`tabular ${is === 'open' ? '' : tones[is]}`}>
      {t(is, { age: spanText(now - (since ?? now)) })}
    </span>
  );
}

/** Announced details that have to go along: known or still to be found. */
function Needs({ item }: { item: MissionItem }) {
  const t = useTranslations('play.mission');
  const facts = usePlay((s) => s.view.facts);
  if (item.needs.length === 0) return null;
  const known = item.needs.flatMap((id) => facts.find((f) => f.id === id)?.label ?? []);
  const missing = item.needs.length - known.length;
  return (
    <span className="mt-0.5 block text-xs text-soft">
      {known.length > 0 && `${t('needs')} ${known.join(', ')}`}
      {known.length > 0 && missing > 0 && ', '}
      {missing > 0 && t('needsUnknown')}
    </span>
  );
}

function CloseDay() {
  const t = useTranslations('play.mission');
  const done = usePlay((s) => requiredLeft(s.view.mission) === 0 && s.view.mission.length > 0);
  const playable = usePlay(
    (s) => s.view.ended === null && s.view.clock.state === 'running' && lineOf(s.view) === null,
  );
  const actions = useActions();
  if (!done) return null;
  return (
    <div className="rounded-xl bg-mail-wash p-3">
      <p className="text-sm font-medium">{t('allDone')}</p>
      {playable && (
        <button type="button" className={buttonClass('primary', 'md', 'mt-2')} onClick={actions.closeDay}>
          {t('closeDay')}
        </button>
      )}
    </div>
  );
}

function Facts() {
  const t = useTranslations('play.mission');
  const facts = usePlay((s) => s.view.facts);
  return (
    <div className="mt-1">
      <h3 className="text-sm font-semibold">{t('facts')}</h3>
      {facts.length === 0 ? (
        <p className="text-xs text-soft">{t('noFacts')}</p>
      ) : (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
          {facts.map((f) => (
            <div key={f.id} className="contents">
              <dt className="text-soft">{f.label}</dt>
              <dd>{f.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
