import type { ClassDebrief } from '@/core/contract/classDebrief';

type Query = Record<string, string | string[] | undefined>;

/** Which runs a class debrief takes in, as its address says; bots, where it says nothing, as the room has it. */
export const takenIn = ({ short, bots }: Query): { short: boolean; bots?: boolean } => ({
  short: short === '1',
  ...(bots !== undefined && { bots: bots === '1' }),
});

type Taken = Pick<ClassDebrief, 'short' | 'bots'>;

const address = (short: boolean, bots: boolean): string => `?short=${Number(short)}&bots=${Number(bots)}`;

export const withShort = ({ bots }: Taken, short: boolean): string => address(short, bots.included);
export const withBots = ({ short }: Taken, bots: boolean): string => address(short.included, bots);
