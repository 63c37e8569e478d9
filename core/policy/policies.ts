import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import { doCard } from './desk';
import { lookedUp, openMail, read } from './inbox';
import { answerQuestion, askNext, finishLetter, remind, remindAt, unasked } from './letters';
import { onTheLine, ring } from './line';
import { askable, lastAsking } from './seen';
import { changedMind, firstOf, type Habit, type Sight, type Step, withMind } from './step';

/** A bot: from a participant's view, and what it remembers, to its next step. Pure. */
export type Policy = (sight: Sight) => Step;

/** What is in hand goes first: the line, the letter, the mail that lies open. */
const inHand: readonly Habit[] = [onTheLine, finishLetter, read, openMail];

function bot(habits: readonly Habit[]): Policy {
  const all = [...inHand, ...habits];
  return (sight) => {
    const seen = lookedUp(sight);
    return firstOf(all, seen) ?? { wait: null, mind: seen.mind };
  };
}

/** B1: rings one after another, again after a gap, and does desk work in between. */
const serialCaller = bot([(sight) => ring(sight, askable(sight)), doCard]);

/** B3: asks all that can be asked, does desk work, answers questions, reminds. */
const parallelMailer = bot([answerQuestion, askNext, remind, doCard]);

/** B4: mails first, and rings whoever has not answered after a while. */
const hybrid = bot([answerQuestion, askNext, ringTheSilent, doCard]);

function ringTheSilent(sight: Sight): Step | null {
  const after = sight.player.habits.callAfterMin * 60_000;
  const silent = askable(sight).filter((a) => {
    const mail = lastAsking(sight, a.item.id);
    return mail !== null && !unasked(sight, a) && mail.simMs + after <= sight.now;
  });
  return ring(sight, silent);
}

/** B2: asks one thing and does nothing until it is settled; this is `await` in sequence. */
const oneAtATimeMailer = bot([answerQuestion, waitForIt, askNext, doCard]);

function waitForIt(sight: Sight): Step | null {
  const asked = askable(sight).find((a) => a.item.askedMs !== null && !unasked(sight, a));
  if (!asked) return null;
  const noticed = new Set(sight.outlook.unopened.map((m) => m.mailId));
  const watching = withMind(sight, changedMind(sight.mind, { noticed }));
  return openMail(watching) ?? remind(sight) ?? { wait: remindAt(sight, asked), mind: sight.mind };
}

/** The policies by name, each with the mode it is for. */
export const policies = {
  'serial-caller': { play: serialCaller, modes: ['call', 'free'] },
  'one-at-a-time-mailer': { play: oneAtATimeMailer, modes: ['mail', 'free'] },
  'parallel-mailer': { play: parallelMailer, modes: ['mail', 'free'] },
  hybrid: { play: hybrid, modes: ['free'] },
} as const satisfies Record<PolicyName, { play: Policy; modes: readonly [Mode, ...Mode[]] }>;
