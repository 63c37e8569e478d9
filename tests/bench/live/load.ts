/** What `live` asks of every server: runs, deliveries and commands a second, over so many ms. */
export const runs = 500;
export const deliveriesPerSecond = 200;
export const commandsPerSecond = 50;
export const warmUpMs = 5_000;
export const measuredMs = 8_000;

/** Each run gets something every so often, and gives a command every so often. */
export const deliveryEveryMs = (1_000 * runs) / deliveriesPerSecond;
export const commandEveryMs = (1_000 * runs) / commandsPerSecond;

/** Text of every delivery: an ordinary mail. */
export const letter =
  'The side door on Mill Lane is open from half past four, and the front is full of stage. If the press comes early, ' +
  'send them round by the yard and tell them to mind the paint, which is wet on the left and merely new on the right.';

/** Wall ms with fractions, the same in every process of this machine. */
export const wallNow = (): number => performance.timeOrigin + performance.now();
