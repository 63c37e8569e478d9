import type { BoardChange, BoardRow, BoardRun, FlightSample } from '@/core/contract/board';
import type { RunEvent } from '@/core/contract/event';
import { modesOf } from '@/core/contract/plan';
import type { ParticipantState, TeamState } from '@/core/session/state';
import { boardRun, isStuck, lastDeed } from './boardRun';
import { keptSamples } from './flight';
import type { LoadedRun } from './loadedRun';
import type { Room } from './room';
import type { TeamNow } from './roomPorts';

/** Entries of the list of controls. */
const shownControls = 30;

interface TeamRun {
  run: Omit<BoardRun, 'stuck'>;
  ended: number;
}

/** What the board of one room shows beyond its log: the runs as they stand, and the requests in flight over time. */
export class Board {
  private readonly runs = new Map<string, TeamRun>();
  private samples: FlightSample[] = [];
  private newSamples: FlightSample[] = [];

  constructor(private readonly room: Room) {}

  /** A run as it stands when it was loaded. */
  put(team: TeamNow, run: LoadedRun, lastDeedAt: number | null): void {
    const { practice = false } = team.run ?? {};
    this.runs.set(team.teamId, { run: boardRun(run, practice, lastDeedAt), ended: team.ended });
  }

  /** A run took a step. A run the board does not know yet is the team's next one. */
  stepped(teamId: string, practice: boolean, run: LoadedRun, events: readonly RunEvent[]): void {
    const before = this.runs.get(teamId);
    const same = before?.run.runId === run.header.runId;
    const deed = lastDeed(events) ?? (same ? before.run.lastDeedAt : null);
    const over = events.some((e) => e.type === 'run.ended') && !practice;
    const ended = (before?.ended ?? 0) + (over ? 1 : 0);
    this.runs.set(teamId, { run: boardRun(run, practice, deed), ended });
  }

  /** Takes a sample of what is in flight. */
  sample(at: number): void {
    const inFlight = [...this.runs.values()].reduce((sum, { run }) => sum + run.inFlight, 0);
    this.samples = [...this.samples.slice(1 - keptSamples), { at, inFlight }];
    this.newSamples.push({ at, inFlight });
  }

  /** Puts as many samples as are kept before those that were taken here, and tells them too: the room had been under way before. */
  precede(samples: readonly FlightSample[]): void {
    const free = keptSamples - this.samples.length;
    const kept = samples.slice(Math.max(0, samples.length - free));
    this.samples = [...kept, ...this.samples];
    this.newSamples = [...kept, ...this.newSamples];
  }

  flight(): FlightSample[] {
    return this.samples;
  }

  /** What changed since it was last asked; `teams`: rows to send, null for all. */
  change(teams: ReadonlySet<string> | null, now: number): BoardChange {
    const flight = this.newSamples;
    this.newSamples = [];
    const rows = this.rows(now, teams);
    return { head: headOf(this.room), rows, flight };
  }

  /** `teams`: rows that are wanted, null for all. */
  rows(now: number, teams: ReadonlySet<string> | null = null): BoardRow[] {
    const { teams: all, participants } = this.room.state;
    const members = new Map<string, ParticipantState[]>();
    for (const id of teams ?? all.keys()) members.set(id, []);
    for (const person of participants.values()) members.get(person.teamId)?.push(person);
    const rows: BoardRow[] = [];
    let number = 0;
    for (const team of all.values()) {
      number++;
      const own = members.get(team.teamId);
      if (own) rows.push(this.row(team, number, own, now));
    }
    return rows;
  }

  private row(team: TeamState, number: number, members: readonly ParticipantState[], now: number): BoardRow {
    const { teamId, arm, dropped } = team;
    const known = this.runs.get(teamId);
    return {
      teamId,
      number,
      arm,
      dropped,
      members: members.map(({ participantId, member, name, late, removed, bot }) => ({
        participantId,
        member,
        name,
        late,
        removed,
        bot: bot !== null,
        present: this.room.isPresent(teamId, member),
      })),
      run: known ? { ...known.run, stuck: isStuck(known.run, now) } : null,
      ended: known?.ended ?? 0,
      runs: modesOf(arm).length,
    };
  }
}

/** Everything the board shows but rows and chart. */
export function headOf({ sessionId, state, code }: Room): BoardChange['head'] {
  const { settings, phase, paused, locked, revealed, startedAt, endedAt } = state;
  const log = state.log
    .slice(-shownControls)
    .reverse()
    .map(({ seq, at, by, what, done }) => ({
      seq,
      at,
      by,
      what,
      done: done?.done ?? null,
      skipped: done?.skipped ?? null,
      failed: done?.failed ?? null,
    }));
  return { sessionId, title: settings.title, code, phase, paused, locked, revealed, startedAt, endedAt, log };
}
