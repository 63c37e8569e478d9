import { byShape, usual } from '@/core/policy/habits';
import { actSeconds, chance, novice, practised } from '@/core/policy/player';

const table = (head: readonly string[], rows: ReadonlyArray<readonly (string | number)[]>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const actNames: Record<keyof typeof actSeconds, string> = {
  card: 'a desk card',
  openMail: 'to open a mail',
  openRecipient: 'to turn to a person',
  requestChip: 'to choose a request',
  detailChip: 'to choose a detail',
  send: 'to send',
  reminder: 'to remind',
  clarification: 'to answer what is asked back',
  dial: 'to dial, or to take a call',
  choose: 'to choose what to say',
  hangUp: 'to hang up',
  resume: 'to find back into the desk work',
};
const chanceNames: Record<keyof typeof chance, string> = {
  typing: 'types in a mail, beside the chips (12 words)',
  rightCard: 'a card is done right',
  forgetsKnown: 'forgets a detail the mission announces',
  forgetsHidden: 'forgets one it does not announce',
  leavesMessage: 'leaves a message',
};
const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

export interface Figures {
  actSeconds: Readonly<Record<keyof typeof actSeconds, number>>;
}

/** The tables of the player as the program has them. */
export function playerTables(figures: Figures = { actSeconds }): string[] {
  const yesNo = (x: boolean) => (x ? 'yes' : 'no');
  const shapes = Object.entries(byShape).map(([shape, habits]) => ({ shape, ...usual, ...habits }));
  return [
    table(
      ['act', 'seconds'],
      keys(actNames).map((act) => [actNames[act], figures.actSeconds[act]]),
    ),
    table(
      ['chance', 'value'],
      keys(chanceNames).map((what) => [chanceNames[what], chance[what]]),
    ),
    table(
      ['', 'practised', 'novice'],
      [
        ['notices something new when looking up from a card', practised.notices, novice.notices],
        ['patience, times', practised.patience, novice.patience],
        [
          'does a card after each call before dialing again',
          yesNo(practised.hesitates),
          yesNo(novice.hesitates),
        ],
      ],
    ),
    table(
      ['shape of the mission', 'reminds after', 'rings again after', 'the hybrid rings after'],
      [{ shape: 'any other', ...usual }, ...shapes].map((h) => [
        h.shape,
        h.remindMin,
        h.redialMin,
        h.callAfterMin,
      ]),
    ),
  ];
}
