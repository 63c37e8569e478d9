'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MissionItem } from '@/core/contract/view';
import { clockText, spanText, storyTime } from '../../_lib/clock';
import { drawnOf, type Letter, lettersIn, passedOnIn } from './ownWords';
import { usePlay, useSimNow, useUi } from './playContext';
import { inFlight, nameOf } from './selectors';

/** The day so far: one thin line per request, and for the newest mails in own words, growing with the clock, a dot where an answer came. */
export function FlightStrip() {
  const t = useTranslations('play.strip');
  const mission = usePlay((s) => s.view.mission);
  const lengthMs = usePlay((s) => s.view.run.lengthMs);
  const now = useSimNow(15_000);
  const letters = usePlay((s) => lettersIn(s.view));
  const passedOn = usePlay((s) => passedOnIn(s.view));
  const bars = barsOf(mission, passedOn, drawnOf(letters));
  const rows = Math.max(mission.length, bars.length);
  const pitch = step(mission.length, rows);
  const flying = inFlight(mission) + passedOn.size;
  const out = letters.filter((l) => l.repliedMs === null).length;
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
        {over
          ? bars.length > 0 && <Count some={flying + out > 0}>{t('never', { count: flying + out })}</Count>
          : (flying > 0 || out === 0) && <Count some={flying > 0}>{t('flying', { count: flying })}</Count>}
        {!over && out > 0 && <Count some>{t('mailsOut', { count: out })}</Count>}
        <span className="tabular text-soft">{t('answered', { count: answered })}</span>
      </p>
      <ol
        className={`relative grow border-x border-line ${low ? 'max-sm:hidden' : ''}`}
        style={{ height: `${rows * pitch + 16}px` }}
      >
        <li
          aria-hidden="true"
          className="absolute inset-y-0 left-0 border-r border-edge bg-well/70"
          style={{ width: percent(now, lengthMs) }}
        />
        <Ticks />
        {bars.map((bar, row) =>
          'item' in bar ? (
            <Flight key={bar.item.id} item={bar.item} from={bar.from} {...{ row, pitch, now, lengthMs }} />
          ) : (
            <LetterFlight
              key={bar.letter.mail.mailId}
              letter={bar.letter}
              {...{ row, pitch, now, lengthMs }}
            />
          ),
        )}
      </ol>
    </section>
  );
}

type InFlight = { from: number } & ({ item: MissionItem } | { letter: Letter });

/** What was asked by name or passed on, and mails in own words, in the order of sending. */
const barsOf = (
  mission: readonly MissionItem[],
  passedOn: ReadonlyMap<string, number>,
  letters: readonly Letter[],
): InFlight[] =>
  [
    ...mission.flatMap((item) => {
      const from = item.askedMs ?? passedOn.get(item.id);
      return from === undefined ? [] : [{ from, item }];
    }),
    ...letters.map((letter) => ({ from: letter.mail.simMs, letter })),
  ].sort((a, b) => a.from - b.from);

function Count({ some, children }: { some: boolean; children: ReactNode }) {
  return <span className={`tabular font-medium ${some ? 'text-mail' : 'text-soft'}`}>{children}</span>;
}

/** Rows stand closer where there are many, and closer still where many mails are added to the requests: the picture stays low. */
function step(requests: number, rows: number): number {
  if (rows <= 6) return 9;
  return Math.min(7, (Math.max(requests, 14) * 7) / rows);
}

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

function Flight({ item, from, ...at }: { item: MissionItem; from: number } & Placed) {
  const t = useTranslations('play.strip');
  const name = usePlay((s) => nameOf(s.view.contacts, item.contact));
  const to = item.answeredMs ?? Math.max(at.now, from);
  const words = { title: item.title, name, age: spanText(to - from) };
  if (item.state === 'answered')
    return <Bar {...at} {...{ from, to }} end="settled" label={t('settled', words)} />;
  if (item.state === 'question')
    return <Bar {...at} {...{ from, to }} end="question" label={t('question', words)} />;
  return <Bar {...at} {...{ from, to }} end="open" label={t('age', words)} />;
}

/** A mail in own words, named by its recipient: what it was taken for is known when the reply is. */
function LetterFlight({ letter: { mail, repliedMs }, ...at }: { letter: Letter } & Placed) {
  const t = useTranslations('play.strip');
  const name = usePlay((s) => nameOf(s.view.contacts, mail.contact));
  const from = mail.simMs;
  const to = repliedMs ?? Math.max(at.now, from);
  const words = { name, age: spanText(to - from) };
  return repliedMs === null ? (
    <Bar {...at} {...{ from, to }} end="open" label={t('mailOut', words)} />
  ) : (
    <Bar {...at} {...{ from, to }} end="settled" label={t('mailReplied', words)} />
  );
}

const ends = {
  settled: 'bg-mail border-mail',
  question: 'bg-call-solid border-call-solid rotate-45 !rounded-none',
  open: 'bg-panel border-mail',
} as const;

interface Placed {
  row: number;
  pitch: number;
  now: number;
  lengthMs: number;
}

function Bar({
  row,
  pitch,
  lengthMs,
  from,
  to,
  end,
  label,
}: Placed & { from: number; to: number; end: keyof typeof ends; label: string }) {
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
        className={`absolute inset-x-0 top-[2px] h-[2px] rounded ${end === 'question' ? 'bg-mail-line' : 'bg-mail'}`}
        aria-hidden="true"
      />
      <span
        className={`absolute top-0 right-0 size-1.5 translate-x-1/2 rounded-full border-[1.5px] ${ends[end]}`}
        aria-hidden="true"
      />
    </li>
  );
}
