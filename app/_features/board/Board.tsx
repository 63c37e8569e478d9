'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BoardView } from '@/core/contract/board';
import { BoardConnection } from '../../_lib/boardWire';
import { useFocusKept } from '../../_ui/useFocusKept';
import { BoardContext, useBoard } from './boardContext';
import { ControlLog } from './ControlLog';
import { Controls } from './Controls';
import { FlightChart } from './FlightChart';
import { Lobby, type WayIn } from './Lobby';
import { Rows } from './Rows';
import { Share } from './Share';
import { Totals } from './Totals';

/** The board of a session: one connection for as long as it is open. */
export function Board({ board, way }: { board: BoardView; way: WayIn }) {
  const [connection] = useState(() => new BoardConnection(board));
  const [said, setSaid] = useState<{ text: string; bad: boolean; id: number } | null>(null);
  const say = useCallback(
    (text: string, bad = false) => setSaid((s) => ({ text, bad, id: (s?.id ?? 0) + 1 })),
    [],
  );
  useFocusKept();
  useEffect(() => {
    connection.start();
    return () => connection.close();
  }, [connection]);
  const leading = useMemo(() => ({ connection, say }), [connection, say]);
  return (
    <BoardContext value={leading}>
      <Link />
      <Head />
      <Controls />
      <div role="status" className="my-2 min-h-10">
        {said && (
          <p
            key={said.id}
            className={`arrive-up rounded-xl px-4 py-2 ${said.bad ? 'bg-bad-wash text-bad' : 'bg-desk-wash text-desk'}`}
          >
            {said.text}
          </p>
        )}
      </div>
      <Lobby way={way} />
      <div className="mt-5 grid items-end gap-x-12 gap-y-6 lg:grid-cols-2">
        <Totals />
        <FlightChart />
      </div>
      <Rows />
      <ControlLog />
      <Share />
    </BoardContext>
  );
}

function Head() {
  const t = useTranslations('board');
  const title = useBoard((s) => s.board.title);
  const phase = useBoard((s) => s.board.phase);
  const paused = useBoard((s) => s.board.paused);
  const scenario = useBoard((s) => s.board.scenario.title);
  const plan = useBoard((s) => s.board.settings.plan);
  return (
    <div className="pt-4">
      <p className="text-soft">
        {scenario} · {t(`plans.${plan}`)}
      </p>
      <h1 className="flex flex-wrap items-center gap-x-4 gap-y-1 text-3xl font-semibold tracking-tight sm:text-4xl">
        {title}
        <span
          className={`rounded-full px-3 py-1 text-base font-semibold tracking-normal ${paused ? 'bg-call-wash text-call' : phase === 'open' ? 'bg-desk-wash text-desk' : 'bg-well text-soft'}`}
        >
          {t(paused ? 'state.paused' : `state.${phase}`)}
        </span>
      </h1>
    </div>
  );
}

function Link() {
  const t = useTranslations('board.link');
  const link = useBoard((s) => s.link);
  if (link === 'online' || link === 'connecting') return null;
  return (
    <p role="alert" className="rounded-xl bg-call-wash px-4 py-2 text-call">
      {t(link)}
    </p>
  );
}
