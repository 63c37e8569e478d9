import { parseArgs } from 'node:util';
import { z } from 'zod';
import { mode as modeSchema } from '@/core/contract/ids';
import { policyNames } from '@/core/contract/policy';

/** The command was given what it cannot take; the message says what to give. */
export class WrongUse extends Error {}

const assumption = z
  .string()
  .regex(/^[^=]+=.+$/, 'write --set as path=value')
  .transform((text) => {
    const at = text.indexOf('=');
    return { path: text.slice(0, at), value: plainValue(text.slice(at + 1)) };
  });

const whole = (name: string, most: number) => {
  const error = `--${name} is a whole number from 1 to ${most}`;
  return z.coerce.number({ error }).int(error).min(1, error).max(most, error);
};

const argumentsSchema = z.object({
  scenario: z.string({ error: 'say which with --scenario SLUG or FILE' }).min(1),
  policy: z.enum(policyNames, { error: `--policy is one of ${policyNames.join(', ')}` }),
  against: z.enum(policyNames, { error: `--against is one of ${policyNames.join(', ')}` }).optional(),
  replications: whole('replications', 1_000_000),
  workers: whole('workers', 64).default(1),
  seed: z
    .string({ error: '--seed is a text of 1 to 64 characters' })
    .min(1, '--seed is a text of 1 to 64 characters')
    .max(64, '--seed is a text of 1 to 64 characters'),
  mode: z.enum(modeSchema.options, { error: '--mode is mail, call or free' }).optional(),
  set: z.array(assumption).default([]),
  json: z.boolean().default(false),
  csv: z.boolean().default(false),
});
export type Arguments = z.infer<typeof argumentsSchema>;

const usage =
  'Use: npm run simulate -- --scenario SLUG|FILE --policy NAME --replications N --seed S [--mode mail|call|free] [--against NAME] [--set path=value] [--workers N] [--json | --csv]';

/** A number, truth value or list as JSON has it, else the text itself. */
function plainValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Parses a command line; throws WrongUse with one sentence. */
export function argumentsOf(args: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const options = {
    scenario: text,
    policy: text,
    against: text,
    replications: text,
    workers: text,
    seed: text,
    mode: text,
    set: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
  } as const;
  try {
    const parsed = argumentsSchema.safeParse(parseArgs({ args: [...args], options }).values);
    if (!parsed.success) throw new WrongUse(parsed.error.issues[0]?.message ?? usage);
    if (parsed.data.json && parsed.data.csv) throw new WrongUse('choose one of --json and --csv');
    return parsed.data;
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(usage);
  }
}
