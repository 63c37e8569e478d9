import type { CallView, MailView } from '@/core/contract/view';
import type { Askable } from './outlook';
import type { Sight } from './step';

/** What can be asked now, in the order of the mission. */
export const askable = ({ outlook }: Sight): readonly Askable[] => outlook.askable;

/** The player's own call that goes on, or one that rings here. */
export const callNow = ({ view }: Sight): CallView | null =>
  view.calls.find((c) => c.phase !== 'ended' && (c.by === null || c.by === view.me)) ?? null;

/** The latest mail of the player's own that asks for this and reached somebody. */
export const lastAsking = ({ view }: Sight, id: string): MailView | null =>
  view.mails.findLast(
    (m) => m.from === 'me' && m.asks.includes(id) && m.state !== 'bounced' && m.state !== 'undone',
  ) ?? null;

export const cardsDone = ({ view }: Sight): number => view.desk.done + view.desk.wrong;
