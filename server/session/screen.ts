import type { BoardRow, BoardView } from '@/core/contract/board';
import type { ScreenView } from '@/core/contract/screen';

const over = (row: BoardRow): boolean => row.ended >= row.runs;

/** What a board becomes on the wall: sums, and the names of those who are there. */
export function screenOf(board: BoardView): ScreenView {
  const rows = board.rows.filter((r) => !r.dropped);
  const going = rows.filter(
    (r) => !over(r) && r.run !== null && r.run.state !== 'ready' && r.run.state !== 'ended',
  );
  return {
    title: board.title,
    scenario: board.scenario.title,
    code: board.phase === 'ended' ? null : board.code,
    phase: board.phase,
    paused: board.paused,
    people: rows.flatMap((r) =>
      r.members.flatMap((m) => (m.removed || m.name === null ? [] : [{ name: m.name, present: m.present }])),
    ),
    playing: going.length,
    done: rows.filter(over).length,
    inFlight: going.reduce((sum, r) => sum + (r.run?.inFlight ?? 0), 0),
    blocked: going.filter((r) => r.run?.blockedSince != null).length,
    flight: board.flight,
  };
}
