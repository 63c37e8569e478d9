'use client';

import { useTranslations } from 'next-intl';
import type { MissionItem } from '@/core/contract/view';
import { clockText, spanText, storyTime } from '../../_lib/clock';
import { usePlay, useSimNow, useUi } from './playContext';
import { inFlight, nameOf } from './selectors';

/** The day so far: one thin line per request, growing with the clock, a dot where an answer came. */
export function FlightStrip() {
  const t = useTranslations('play.strip');
  const mission = usePlay((s) => s.view.mission);
  const lengthMs = usePlay((s) => s.view.run.lengthMs);
  const now = useSimNow(15_000);
  const asked = mission.filter((m) => m.askedMs !== null).sort((a, b) => (a.askedMs ?? 0) - (b.askedMs ?? 0));
  const flying = inFlight(mission);
  // Reading and writing need the height of a phone more than the picture does; the figures stay.
  const low = useUi((s) => s.tab === 'mail' && s.contact !== null);
  const over = usePlay((s) => s.view.ended !== null);
  const answered = mission.filter((m) => m.state === 'answered').length;
  return (
    <section
      aria-label={t('label')}
      className="flex items-stretch gap-4 border-b border-line bg-panel px-3 py-1.5 sm:px-4"
    >
      <p
        className={`flex shrink-0 text-xs leading-tight sm:w-36 sm:flex-col sm:justify-center sm:gap-0 ${low ? 'gap-3' : 'w-20 flex-col justify-center'}`}
      >
        <span className={`tabular font-medium ${flying > 0 ? 'text-mail' : 'text-soft'}`}>
          {t(over ? 'never' : 'flying', { count: flying })}
        </span>
        <span className="tabular text-soft">{t('answered', { count: answered })}</span>
      </p>
      <ol
        className={`relative grow border-x border-line ${low ? 'max-sm:hidden' : ''}`}
        style={{ height: `${mission.length * step(mission.length) + 16}px` }}
      >
        <li
          aria-hidden="true"
          className="absolute inset-y-0 left-0 border-r border-edge bg-well/70"
          style={{ width: percent(now, lengthMs) }}
        />
        <Ticks />
        {asked.map((item, row) => (
          <Flight
            key={item.id}
            item={item}
            row={row}
            pitch={step(mission.length)}
            now={now}
            lengthMs={lengthMs}
          />
        ))}
      </ol>
    </section>
  );
}

/** Rows stand closer where there are many. */
const step = (rows: number): number => (rows <= 6 ? 9 : 7);

/** Whole and quarter hours of the story, so that a length can be read. */
export function Ticks() {
  const { start, lengthMs } = usePlay((s) => s.view.run);
  const every = lengthMs <= 2 * hour ? hour / 4 : hour / 2;
  const first = every - (storyTime(start, 0) % every || every);
  const marks = [];
  for (let at = first === 0 ? every : first; at < lengthMs; at += every) marks.push(at);
  return marks.map((at) => (
    <li
      key={at}
      aria-hidden="true"
      className="absolute inset-y-0 border-l border-line"
      style={{ left: percent(at, lengthMs) }}
    >
      <span
        className={`tabular absolute bottom-0 left-1 text-2xs leading-3 text-soft ${at % hour === 0 ? '' : 'max-sm:hidden'}`}
      >
        {clockText(start, at)}
      </span>
    </li>
  ));
}

const hour = 3_600_000;

const percent = (ms: number, lengthMs: number): string => `${Math.min(100, (ms / lengthMs) * 100)}%`;

function Flight({
  item,
  row,
  pitch,
  now,
  lengthMs,
}: {
  item: MissionItem;
  row: number;
  pitch: number;
  now: number;
  lengthMs: number;
}) {
  const t = useTranslations('play.strip');
  const name = usePlay((s) => nameOf(s.view.contacts, item.contact));
  const from = item.askedMs ?? 0;
  const to = item.answeredMs ?? Math.max(now, from);
  const words = { title: item.title, name, age: spanText(to - from) };
  const label =
    item.state === 'answered'
      ? t('settled', words)
      : item.state === 'question'
        ? t('question', words)
        : t('age', words);
  const end =
    item.state === 'answered'
      ? 'bg-mail border-mail'
      : item.state === 'question'
        ? 'bg-call-solid border-call-solid rotate-45 !rounded-none'
        : 'bg-panel border-mail';
  return (
    <li
      className="absolute h-1.5"
      title={label}
      style={{
        left: percent(from, lengthMs),
        width: percent(to - from, lengthMs),
        top: `${row * pitch + 3}px`,
      }}
    >
      <span className="sr-only">{label}</span>
      <span
        className={`absolute inset-x-0 top-[2px] h-[2px] rounded ${item.state === 'question' ? 'bg-mail-line' : 'bg-mail'}`}
        aria-hidden="true"
      />
      <span
        className={`absolute top-0 right-0 size-1.5 translate-x-1/2 rounded-full border-[1.5px] ${end}`}
        aria-hidden="true"
      />
    </li>
  );
}
