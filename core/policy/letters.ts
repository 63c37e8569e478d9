import type { CommandBody } from '@/core/contract/command';
import type { MailView } from '@/core/contract/view';
import type { Askable } from './outlook';
import { actMs, typed } from './player';
import { askable, lastAsking } from './seen';
import { act, type Letter, type Sight, type Step } from './step';

/** Sends what is being written. */
export function finishLetter(sight: Sight): Step | null {
  const { mind, view } = sight;
  const letter = mind.writing;
  if (!letter) return null;
  const title = view.mission.find((item) => item.id === letter.asks[0])?.title ?? '';
  const body: CommandBody<'mail.send'> = {
    to: letter.to,
    subject: letter.reply ? '' : title,
    text: 'word '.repeat(letter.typedWords).trimEnd(),
    asks: letter.asks,
    details: letter.details,
  };
  if (letter.reply) {
    body.threadId = letter.reply.threadId;
    body.inReplyTo = letter.reply.inReplyTo;
  }
  const asked = mind.asked + (letter.reply ? 0 : letter.asks.length);
  return act(sight, { name: 'mail.send', body }, letter.ms, { writing: null, asked, away: true });
}

/** Begins to write: turns to the person, if not there already, and the composer has something in it from then on. */
function begin(sight: Sight, letter: Letter): Step {
  const { player, mind } = sight;
  const command = { name: 'scene.open', body: { scene: 'compose' } } as const;
  const turning = mind.facing === letter.to ? 0 : actMs(player, 'openRecipient', mind.acts);
  return act(sight, command, turning, { writing: letter, facing: letter.to });
}

/** Asks by mail for one thing, with the chips of the request and of its details. */
export function writeTo(sight: Sight, { item, to, details }: Askable): Step {
  const { player, mind } = sight;
  const n = mind.acts;
  const words = typed(player, item.id, n);
  const chips = details.reduce((ms, _, k) => ms + actMs(player, 'detailChip', n, k), 0);
  const ms = actMs(player, 'requestChip', n) + chips + words.ms + actMs(player, 'send', n);
  return begin(sight, { to, asks: [item.id], details, reply: null, typedWords: words.words, ms });
}

/** Gives what an opened question asks for, once it is all known and was not given yet. */
export function answerQuestion(sight: Sight): Step | null {
  const { view, player, mind } = sight;
  const { known } = sight.outlook;
  const open = (id: string) => view.mission.some((item) => item.id === id && item.state !== 'answered');
  const answered = (q: MailView) => view.mails.some((m) => m.from === 'me' && m.inReplyTo === q.mailId);
  const question = view.mails.find(
    (m) =>
      m.opened &&
      m.missing.length > 0 &&
      m.missing.every((id) => known.has(id)) &&
      m.about.some(open) &&
      !answered(m),
  );
  if (!question) return null;
  return begin(sight, {
    to: question.contact,
    asks: question.about.filter(open),
    details: question.missing,
    reply: { threadId: question.threadId, inReplyTo: question.mailId },
    typedWords: 0,
    ms: actMs(player, 'clarification', mind.acts),
  });
}

/** Asks for the next thing that was never asked of whom it is asked now, or came back; only so many before the next card. */
export function askNext(sight: Sight): Step | null {
  if (sight.mind.asked >= sight.player.atATime) return null;
  const next = askable(sight).find((a) => unasked(sight, a));
  return next ? writeTo(sight, next) : null;
}

/** By mail nobody who stands in for the recipient has been asked. */
export const unasked = (sight: Sight, { item, to }: Askable): boolean =>
  !sight.view.mails.some(
    (m) => m.from === 'me' && m.contact === to && m.asks.includes(item.id) && m.state !== 'undone',
  );

/** When this player reminds of a request, or null where there is nothing to remind of. */
export function remindAt(sight: Sight, { item, to }: Askable): number | null {
  const mail = lastAsking(sight, item.id);
  if (item.state !== 'asked' || !mail || mail.contact !== to) return null;
  return mail.simMs + sight.outlook.patienceMs(sight.player.habits.remindMin, mail.mailId);
}

/** Reminds of the first thing that has been waited for long enough. */
export function remind(sight: Sight): Step | null {
  const { now, player, mind } = sight;
  for (const wanted of askable(sight)) {
    const at = remindAt(sight, wanted);
    const mail = lastAsking(sight, wanted.item.id);
    if (at === null || at > now || !mail || mail.kind === 'forwarded') continue;
    const command = { name: 'mail.remind', body: { mailId: mail.mailId, text: '' } } as const;
    return act(sight, command, actMs(player, 'reminder', mind.acts), { away: true });
  }
  return null;
}
