import { draw, type Name, nameWord, type Seed } from '@/core/sim/chance/draw';
import { exp, normalQuantile } from '@/core/sim/chance/maths';

/** What somebody at the screen does, with its median in real seconds (balance of the design, section 3; all assumptions). */
export const actSeconds = {
  card: 4.5,
  /** Not in that list: to point at a mail and press, by the keystroke-level model (Card, Moran and Newell 1980: 1.1 and 0.1). */
  openMail: 1.2,
  openRecipient: 1.6,
  requestChip: 2,
  detailChip: 1.4,
  send: 1,
  reminder: 3,
  clarification: 4,
  dial: 1.7,
  choose: 2.2,
  hangUp: 0.9,
  resume: 1.9,
} as const;
export type ActKind = keyof typeof actSeconds;
/** Its median in real ms, and its name as a word. */
interface Act {
  ms: number;
  word: number;
}
const acts = Object.fromEntries(
  Object.entries(actSeconds).map(([kind, s]) => [kind, { ms: s * 1_000, word: nameWord(kind) }]),
) as Readonly<Record<ActKind, Act>>;

/** Spread of one act around the person's own median, and of people around everybody's (sigma of a log-normal). */
const actSigma = 0.3;
const personSigma = 0.22;
/** Spread of the moment at which somebody loses patience. */
const patienceSigma = 0.35;

/** What may differ between a first-time player and one who has played before. */
export interface Skill {
  /** Chance that something new is seen when looking up from a card. */
  notices: number;
  /** Factor on reminding and redialing. */
  patience: number;
  /** Does a card after each call before dialing again. */
  hesitates: boolean;
}
export const practised: Skill = { notices: 0.88, patience: 1, hesitates: false };
export const novice: Skill = { notices: 0.72, patience: 1.3, hesitates: true };

/** Minutes of simulated time until the silent are reminded, rung again, or (hybrid) rung at all. */
export interface Habits {
  remindMin: number;
  redialMin: number;
  callAfterMin: number;
  /** Share of players who have played before. */
  practised: number;
}

/** Somebody at the screen: what they are like for a whole run. Durations in real ms unless a unit is written. */
export interface Player {
  seed: Seed;
  /** The name of the stream of draws, as a word: the policy that is played. */
  stream: number;
  skill: Skill;
  pace: number;
  typingWpm: number;
  readingWpm: number;
  /** Asks for at most so many things before turning to the desk again. */
  atATime: number;
  habits: Habits;
}

/** Chances of what happens to anybody at the screen. */
export const chance = {
  typing: 0.25,
  rightCard: 0.94,
  forgetsKnown: 0.07,
  forgetsHidden: 0.6,
  leavesMessage: 0.5,
};
export type Chance = keyof typeof chance;
const typedWords = 12;

const normal = (mean: number, sd: number, u: number, least: number): number =>
  Math.max(least, mean + sd * normalQuantile(u));

/** The player of one replication. Who it is depends on the seed alone, so that the same person plays every policy. */
export function playerOf(seed: Seed, stream: string, habits: Habits): Player {
  const u = (trait: string) => draw(seed, 'player', trait);
  const asks = u('at-a-time');
  return {
    seed,
    stream: nameWord(stream),
    skill: u('skill') < habits.practised ? practised : novice,
    pace: exp(personSigma * normalQuantile(u('pace'))),
    typingWpm: normal(44, 10, u('typing'), 15),
    readingWpm: normal(238, 40, u('reading'), 100),
    atATime: asks < 0.15 ? 2 : asks < 0.4 ? 4 : Number.MAX_SAFE_INTEGER,
    habits,
  };
}

type Purpose = Chance | 'act' | 'types' | 'notices' | 'patience';
const purposes: Readonly<Record<Purpose, number>> = {
  typing: nameWord('typing'),
  rightCard: nameWord('rightCard'),
  forgetsKnown: nameWord('forgetsKnown'),
  forgetsHidden: nameWord('forgetsHidden'),
  leavesMessage: nameWord('leavesMessage'),
  act: nameWord('act'),
  types: nameWord('types'),
  notices: nameWord('notices'),
  patience: nameWord('patience'),
};

/** A draw of this player's, named by what it decides and for which thing. */
const luck = (p: Player, purpose: number, about: Name, n = 0, m = 0): number =>
  draw(p.seed, purpose, p.stream, about, n, m);

/** Real ms of the n-th act, if it is of this kind; `m` tells several of a kind apart. */
export function actMs(p: Player, kind: ActKind, n: number, m = 0): number {
  const { ms, word } = acts[kind];
  return ms * p.pace * exp(actSigma * normalQuantile(luck(p, purposes.act, word, n, m)));
}

export const readingMs = (p: Player, words: number): number => (words * 60_000) / p.readingWpm;

/** Real ms and words typed in a mail, where this player types at all. */
export function typed(p: Player, about: string, n: number): { ms: number; words: number } {
  if (luck(p, purposes.types, about, n) >= chance.typing) return { ms: 0, words: 0 };
  return { ms: (typedWords * 60_000) / p.typingWpm, words: typedWords };
}

export const happens = (p: Player, what: Chance, about: string, n = 0): boolean =>
  luck(p, purposes[what], about, n) < chance[what];

export const notices = (p: Player, item: string, look: number): boolean =>
  luck(p, purposes.notices, item, look) < p.skill.notices;

/** Simulated ms after which this player loses patience with one thing, from a median in minutes. */
export const patienceMs = (p: Player, minutes: number, about: string): number =>
  Math.round(
    minutes *
      60_000 *
      p.skill.patience *
      exp(patienceSigma * normalQuantile(luck(p, purposes.patience, about))),
  );
