import { z } from 'zod';

/** The policies of bots, in the order of rules B1 to B4. */
export const policyNames = ['serial-caller', 'one-at-a-time-mailer', 'parallel-mailer', 'hybrid'] as const;
export type PolicyName = (typeof policyNames)[number];

/** How a bot in a session plays: by this policy in the modes it is for; `usual`: as most people do in each mode. */
export const botPolicy = z.enum(['usual', ...policyNames]);
export type BotPolicy = z.infer<typeof botPolicy>;
