'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ScreenView } from '@/core/contract/screen';
import { Qr } from '../../_ui/Qr';

/** How often the wall asks how it stands, in ms. */
const everyMs = 2_000;

/** A session on the wall, readable from the last row: the way in, who has come, then the room as one picture. */
export function Screen({
  first,
  token,
  joinUrl,
  qr,
}: {
  first: ScreenView;
  token: string;
  joinUrl: string;
  qr: readonly string[];
}) {
  const { view, lost } = useView(first, token);
  const t = useTranslations('screen');
  return (
    <main className="flex min-h-dvh flex-col px-[4vw] py-[4vh]">
      <p className="text-[2vw] text-soft max-sm:text-base">{view.scenario}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8">
        <h1 className="text-[4vw] leading-tight font-semibold tracking-tight max-sm:text-3xl">
          {view.title}
        </h1>
        {view.phase === 'open' && view.code !== null && (
          <p className="tabular text-[2.4vw] font-semibold tracking-[0.12em] text-soft max-sm:text-xl">
            {view.code}
          </p>
        )}
      </div>
      <p role="status" className="min-h-8 text-[2vw] text-call max-sm:text-base">
        {lost ? t('lost') : view.paused ? t('paused') : ''}
      </p>
      {view.phase === 'lobby' ? <Lobby view={view} joinUrl={joinUrl} qr={qr} /> : <Room view={view} />}
    </main>
  );
}

/** The view as it is now; a session that has ended is shown by its debrief, which the page brings. */
function useView(first: ScreenView, token: string): { view: ScreenView; lost: boolean } {
  const [view, setView] = useState(first);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const ask = async () => {
      const response = await fetch(`/api/screen/${token}`).catch(() => null);
      setLost(!response?.ok);
      if (!response?.ok) return;
      const now = (await response.json()) as ScreenView;
      if (now.phase === 'ended') return location.reload();
      setView(now);
    };
    const timer = setInterval(() => void ask(), everyMs);
    return () => clearInterval(timer);
  }, [token]);
  return { view, lost };
}

/** So many names, the latest, stand beside the code without anything going off the wall. */
const mostNames = 30;

function Lobby({ view, joinUrl, qr }: { view: ScreenView; joinUrl: string; qr: readonly string[] }) {
  const t = useTranslations('screen');
  return (
    <div className="mt-[2vh] grid grow gap-x-[5vw] gap-y-8 lg:grid-cols-[auto_1fr]">
      <Qr rows={qr} label={t('qr')} className="w-[min(62vh,80vw)] self-start rounded-2xl lg:max-w-[38vw]" />
      <div className="min-w-0">
        <p className="text-[2vw] text-soft max-sm:text-base">{t('code')}</p>
        <p className="tabular text-[9vw] leading-none font-semibold tracking-[0.12em] max-sm:text-5xl">
          {view.code}
        </p>
        <p className="mt-3 text-[2.6vw] leading-tight break-all text-mail max-sm:text-lg">
          {joinUrl.replace(/^https?:\/\//, '')}
        </p>
        <p className="tabular mt-[5vh] text-[2.4vw] font-semibold max-sm:text-xl">
          {t('people', { n: view.people.length })}
        </p>
        <ul
          aria-label={t('arrivals')}
          className={`mt-3 flex flex-wrap gap-[0.6vw] max-sm:gap-2 max-sm:text-base ${view.people.length > 12 ? 'text-[1.2vw]' : 'text-[1.6vw]'}`}
        >
          {view.people.slice(-mostNames).map((person, i) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have drawn the same name; the order is that of joining.
              key={`${person.name} ${i}`}
              className={`arrive-up rounded-full px-[1em] py-[0.25em] ${person.present ? 'bg-desk-wash text-desk' : 'bg-well text-soft'}`}
            >
              {person.name}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The room at work: large sums, and what is in flight as a wave. */
function Room({ view }: { view: ScreenView }) {
  const t = useTranslations('screen');
  const figures = [
    ['playing', view.playing, 'text-ink'],
    ['inFlight', view.inFlight, 'text-mail'],
    ['blocked', view.blocked, 'text-call'],
    ['done', view.done, 'text-desk'],
  ] as const;
  return (
    <>
      <dl className="mt-[3vh] grid grid-cols-2 gap-[3vw] lg:grid-cols-4">
        {figures.map(([name, n, look]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-[1.8vw] text-soft max-sm:text-base">{t(name, { n })}</dt>
            <dd className={`tabular text-[8vw] leading-none font-semibold max-sm:text-5xl ${look}`}>{n}</dd>
          </div>
        ))}
      </dl>
      <Wave view={view} />
    </>
  );
}

const width = 1_000;
const height = 220;

function Wave({ view: { flight, inFlight } }: { view: ScreenView }) {
  const t = useTranslations('screen');
  const [first] = flight;
  const last = flight.at(-1);
  if (!first || !last || flight.length < 2) return null;
  // What is now may be more than the line says yet, and stands above it.
  const most = Math.max(inFlight, ...flight.map((f) => f.inFlight));
  const x = (at: number) => ((at - first.at) / Math.max(1, last.at - first.at)) * width;
  const y = (n: number) => height - (n / Math.max(1, most)) * (height - 4);
  const line = flight.map((f) => `${x(f.at).toFixed(1)},${y(f.inFlight).toFixed(1)}`).join(' ');
  return (
    <figure className="mt-auto pt-[4vh]">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-[40vh] w-full"
        role="img"
        aria-label={t('wave', { most })}
      >
        <polygon points={`0,${height} ${line} ${width},${height}`} className="fill-mail-wash" />
        <polyline
          points={line}
          className="fill-none stroke-mail"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      </svg>
      <figcaption className="mt-2 text-[1.6vw] text-soft max-sm:text-sm">{t('wave', { most })}</figcaption>
    </figure>
  );
}
