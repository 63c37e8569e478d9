import type { PolicyName } from '@/core/contract/policy';
import type { Question, Settings, StudyMission } from '@/core/contract/whatIf';
import type { Picture } from '@/core/whatIf/picture';
import { figuresOf, type Row, settingsAt } from '@/core/whatIf/rows';
import type { Piece } from '@/core/whatIf/study';
import type { Players } from '../../_lib/players/players';

/** What a study needs to know: the question with every setting filled in. */
export interface Asked extends Omit<Question, 'settings'> {
  mission: StudyMission;
  settings: Settings;
  values: readonly number[];
  /** Values of the second parameter, one picture each; a single null without one. */
  levels: readonly (number | null)[];
}

export interface Shown extends Pick<Asked, 'measure' | 'sweep'> {
  pictures: { level: number | null; picture: Picture }[];
  /** Replications behind every place of the pictures. */
  n: number;
}

/** Rows played before, by what they depend on: a slider put back costs nothing. */
export type Shelf = Map<string, Row[]>;

export interface Watching {
  /** Replications for each place. */
  upTo: number;
  signal: AbortSignal;
  show: (shown: Shown) => void;
  /** The share that is played. */
  progress: (share: number) => void;
}

/** The pictures are drawn when each place has so many replications: the first soon, then ever better ones. */
const rounds = [2, 10, 30, 60, 100, 160, 250, 400, 550, 700, 850, 1_000];
/** Replications a worker plays at a go: a few hundredths of a second, after which it can be told to stop. */
const atOnce = 10;

/** Places whose rows are kept: a few dozen pictures, some ten MB at a thousand runs each. */
export const shelfPlaces = 400;

/** One place of one curve. */
interface Place {
  policy: PolicyName;
  value: number;
  level: number | null;
  rows: Row[];
}

/**
 * Plays what is asked, in rounds, and shows pictures after each. Rejects with the signal's reason when it says stop. What a
 * picture shows depends on the question and the round alone, not on how many workers there are or who was faster.
 */
export async function study(asked: Asked, players: Players, shelf: Shelf, watching: Watching): Promise<void> {
  const places = asked.levels.flatMap((level) =>
    asked.values.flatMap((value) =>
      asked.policies.map((policy) => placeOf(asked, shelf, policy, value, level)),
    ),
  );
  const whole = watching.upTo * places.length;
  for (const upTo of rounds.filter((n) => n <= watching.upTo)) {
    let done = places.reduce((sum, { rows }) => sum + Math.min(rows.length, upTo), 0);
    const more = (n: number) => {
      done += n;
      watching.progress(done / whole);
    };
    await Promise.all(places.map((place) => play(asked, place, upTo, players, watching.signal, more)));
    const pictures = await picturesOf(asked, places, upTo, players);
    watching.signal.throwIfAborted();
    watching.show({ pictures, n: upTo, measure: asked.measure, sweep: asked.sweep });
  }
}

function placeOf(asked: Asked, shelf: Shelf, policy: PolicyName, value: number, level: number | null): Place {
  const settings = settingsAt(asked.settings, asked.sweep, value, asked.by, level);
  const key = JSON.stringify([asked.scenario, settings, policy, asked.players, asked.seed]);
  const rows = shelf.get(key) ?? [];
  // The one asked for last stands last: the first goes when there are too many.
  shelf.delete(key);
  shelf.set(key, rows);
  const [oldest] = shelf.keys();
  if (shelf.size > shelfPlaces && oldest !== undefined) shelf.delete(oldest);
  return { policy, value, level, rows };
}

/** Plays what a place still lacks, and keeps it in the order of replications. */
async function play(
  asked: Asked,
  { policy, value, level, rows }: Place,
  upTo: number,
  players: Players,
  signal: AbortSignal,
  more: (n: number) => void,
): Promise<void> {
  const { mission, players: kind, seed, sweep, by } = asked;
  const settings = settingsAt(asked.settings, sweep, value, by, level);
  const pieces: Piece[] = [];
  for (let from = rows.length; from < upTo; from += atOnce)
    pieces.push({ mission, settings, policy, players: kind, seed, from, to: Math.min(upTo, from + atOnce) });
  const played = await Promise.all(
    pieces.map((piece) =>
      players.run(async (player) => {
        signal.throwIfAborted();
        const some = await player.piece(piece);
        if (!signal.aborted) more(some.length);
        return some;
      }),
    ),
  );
  if (pieces[0]) rows.splice(pieces[0].from, rows.length, ...played.flat());
}

const picturesOf = (
  asked: Asked,
  places: readonly Place[],
  n: number,
  players: Players,
): Promise<Shown['pictures']> =>
  Promise.all(
    asked.levels.map(async (level) => {
      const series = asked.policies.map((policy) => ({
        policy,
        figures: places
          .filter((p) => p.level === level && p.policy === policy)
          .map(({ rows }) => figuresOf(rows.slice(0, n), asked.measure)),
      }));
      const picture = await players.run((player) =>
        player.picture(asked.values, asked.measure, series, asked.seed),
      );
      return { level, picture };
    }),
  );
