import type { StartTexts } from '@/app/_features/edit/model/defaults';
import messages from '@/app/_messages/en.json';

/** What something new begins with in the editor, in the words that authors get. */
export const startTexts: StartTexts = {
  ...messages.editor.start,
  ask: (words) => messages.editor.start.ask.replace('{words}', words),
  whether: (words) => messages.editor.start.whether.replace('{words}', words),
  away: (name) => messages.editor.start.away.replace('{name}', name),
  answerTo: (title) => messages.editor.start.answerTo.replace('{title}', title),
  askFor: (words) => messages.editor.start.askFor.replace('{words}', words),
};
