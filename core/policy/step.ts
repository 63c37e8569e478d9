import type { WorldCommand } from '@/core/contract/command';
import type { RunView } from '@/core/contract/view';
import type { Outlook } from './outlook';
import type { Player } from './player';
import type { Sense } from './sense';

/** A mail being written. */
export interface Letter {
  to: string;
  asks: string[];
  details: string[];
  reply: { threadId: string; inReplyTo: string } | null;
  typedWords: number;
  /** Real ms it takes. */
  ms: number;
}

/** What a player remembers that no view shows. A new value with every step. */
export interface Mind {
  /** Acts so far: the key of the next act's draws. */
  acts: number;
  /** Times they looked up to see what is new. */
  looks: number;
  lookUp: boolean;
  noticed: ReadonlySet<string>;
  /** Words of the mail in front of them. */
  reading: number;
  writing: Letter | null;
  /** Requests asked since the last card. */
  asked: number;
  /** Finished cards at the last dial. */
  cardsAtDial: number;
  /** They were at something else and have to find back into the desk work. */
  away: boolean;
  /** Whose conversation lies open in front of them. */
  facing: string | null;
}

export const freshMind: Mind = {
  acts: 0,
  looks: 0,
  lookUp: true,
  noticed: new Set(),
  reading: 0,
  writing: null,
  asked: 0,
  cardsAtDial: -1,
  away: false,
  facing: null,
};

/** All that a policy is told: a participant's view at a simulated moment, and who is playing. */
export interface Sight {
  view: RunView;
  /** What the player makes of the view. */
  outlook: Outlook;
  now: number;
  sense: Sense;
  player: Player;
  mind: Mind;
}

/** The same sight, remembering something else. */
export const withMind = ({ view, outlook, now, sense, player }: Sight, mind: Mind): Sight => ({
  view,
  outlook,
  now,
  sense,
  player,
  mind,
});

/** A command after so many real ms of doing; or waiting until the view changes, at the latest until a simulated moment. */
export type Step = { do: WorldCommand; afterMs: number; mind: Mind } | { wait: number | null; mind: Mind };

/** One thing a player might do now; null when there is no occasion. */
export type Habit = (sight: Sight) => Step | null;

/** The first of these that there is occasion for. */
export function firstOf(habits: readonly Habit[], sight: Sight): Step | null {
  for (const habit of habits) {
    const step = habit(sight);
    if (step) return step;
  }
  return null;
}

export const act = (
  { mind }: Sight,
  command: WorldCommand,
  afterMs: number,
  more: Partial<Mind> = {},
): Step => ({
  do: command,
  afterMs,
  mind: changedMind(mind, more, mind.acts + 1),
});

/** A mind that remembers something else. Written out field by field: it is made at every step, and V8 copies slowly what is then changed. */
export const changedMind = (mind: Mind, more: Partial<Mind>, acts = mind.acts): Mind => ({
  acts,
  looks: more.looks ?? mind.looks,
  lookUp: more.lookUp ?? mind.lookUp,
  noticed: more.noticed ?? mind.noticed,
  reading: more.reading ?? mind.reading,
  writing: more.writing === undefined ? mind.writing : more.writing,
  asked: more.asked ?? mind.asked,
  cardsAtDial: more.cardsAtDial ?? mind.cardsAtDial,
  away: more.away ?? mind.away,
  facing: more.facing === undefined ? mind.facing : more.facing,
});
