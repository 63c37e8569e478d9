import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { mode as modeSchema } from '@/core/contract/ids';
import type { MeasureName } from '@/core/contract/measures';
import { type PolicyName, policyNames } from '@/core/contract/policy';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { assumeAll } from '@/core/replication/assume';
import { canonicalOf, replicate, replicationSeed } from '@/core/replication/replicate';
import { type Summary, summaries } from '@/core/replication/summary';
import { problemsOf } from '@/core/sim/scenario/problems';
import { packsFolder } from '../catalog/packs';
import { readScenarioFile, readScenarioFolder } from '../catalog/scenarioFile';
import { parseEnv, WrongEnvironment } from '../env';
import { knownScenarios } from './storedScenarios';

class WrongUse extends Error {}

const assumption = z
  .string()
  .regex(/^[^=]+=.+$/, 'write --set as path=value')
  .transform((text) => {
    const at = text.indexOf('=');
    return { path: text.slice(0, at), value: plainValue(text.slice(at + 1)) };
  });

const argumentsSchema = z.object({
  scenario: z.string({ error: 'say which with --scenario SLUG or FILE' }).min(1),
  policy: z.enum(policyNames, { error: `--policy is one of ${policyNames.join(', ')}` }),
  replications: z.coerce
    .number({ error: '--replications is a whole number from 1 to 1000000' })
    .int('--replications is a whole number from 1 to 1000000')
    .min(1, '--replications is a whole number from 1 to 1000000')
    .max(1_000_000, '--replications is a whole number from 1 to 1000000'),
  seed: z
    .string({ error: '--seed is a text of 1 to 64 characters' })
    .min(1, '--seed is a text of 1 to 64 characters')
    .max(64, '--seed is a text of 1 to 64 characters'),
  mode: z.enum(modeSchema.options, { error: '--mode is mail, call or free' }).optional(),
  set: z.array(assumption).default([]),
  json: z.boolean().default(false),
});
type Arguments = z.infer<typeof argumentsSchema>;

const usage =
  'Use: npm run simulate -- --scenario SLUG|FILE --policy NAME --replications N --seed S [--mode mail|call|free] [--set path=value] [--json]';

/** A number, truth value or list as JSON has it, else the text itself. */
function plainValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function argumentsOf(args: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const options = {
    scenario: text,
    policy: text,
    replications: text,
    seed: text,
    mode: text,
    set: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  } as const;
  try {
    const parsed = argumentsSchema.safeParse(parseArgs({ args: [...args], options }).values);
    if (parsed.success) return parsed.data;
    throw new WrongUse(parsed.error.issues[0]?.message ?? usage);
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(usage);
  }
}

/** `npm run simulate`: replications without a clock. One JSON document or a table on stdout; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const chosen = argumentsOf(args);
    const result = simulate(chosen, await scenarioOf(chosen.scenario));
    process.stdout.write(chosen.json ? `${JSON.stringify(result)}\n` : table(result));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof WrongUse || error instanceof WrongEnvironment ? 2 : 1;
  }
}

/** A file, a pack that comes with the program, or a scenario of the database. */
async function scenarioOf(name: string): Promise<Scenario> {
  const text = await readFile(name, 'utf8').catch(() => null);
  if (text !== null) {
    const read = readScenarioFile(text);
    if (read.ok) return read.scenario;
    throw new Error(`${name} ${read.problems[0]?.path ?? ''} ${read.problems[0]?.message ?? ''}`);
  }
  const packs = await readScenarioFolder(packsFolder);
  for (const { result } of packs) if (result.ok && result.scenario.slug === name) return result.scenario;
  const stored = (await knownScenarios(parseEnv(process.env))).find((s) => s.slug === name);
  if (stored) return stored;
  throw new WrongUse(`There is no scenario or file ${name}; npm run scenario -- list names the scenarios.`);
}

function assumed(chosen: Arguments, scenario: Scenario) {
  try {
    const { document, habits } = assumeAll(scenario, habitsFor(scenario), chosen.set);
    const parsed = scenarioSchema.safeParse(document);
    const problem = parsed.success ? problemsOf(parsed.data)[0] : parsed.error.issues[0];
    if (parsed.success && !problem) return { scenario: parsed.data, habits };
    throw new WrongUse(`With --set, ${problem?.path.join('.') ?? ''}: ${problem?.message ?? ''}.`);
  } catch (error) {
    if (error instanceof RangeError) throw new WrongUse(`--set: ${error.message}.`);
    throw error;
  }
}

function simulate(chosen: Arguments, original: Scenario) {
  const { scenario, habits } = assumed(chosen, original);
  const mode = modeFor(chosen.policy, chosen.mode);
  const hash = createHash('sha256');
  const measured = Array.from({ length: chosen.replications }, (_, k) => {
    const seed = replicationSeed(chosen.seed, k);
    const replication = replicate({ scenario, policy: chosen.policy, mode, habits, seed });
    hash.update(canonicalOf(replication));
    return replication.measures;
  });
  const measures = summaries(measured);
  return {
    scenario: scenario.slug,
    version: scenario.version,
    policy: chosen.policy,
    mode,
    seed: chosen.seed,
    replications: chosen.replications,
    solvedShare: measures.solved.mean,
    measures,
    logSha256: hash.digest('hex'),
  };
}
type Result = ReturnType<typeof simulate>;

function modeFor(policy: PolicyName, wanted: Arguments['mode']) {
  const modes: readonly string[] = policies[policy].modes;
  if (wanted === undefined) return policies[policy].modes[0];
  if (!modes.includes(wanted)) throw new WrongUse(`${policy} plays in mode ${modes.join(' or ')}.`);
  return wanted;
}

const times: ReadonlySet<MeasureName> = new Set([
  'firstAnswer',
  'completionTime',
  'blockedTime',
  'latencyQ50',
  'latencyQ90',
  'timeLostToOthers',
  'resumptionLag',
  'personTime',
]);

/** For people: minutes for times, a line for each measure that applies, and what it rests on. */
function table(result: Result): string {
  const { scenario, version, policy, mode, seed, replications, measures } = result;
  const rows = Object.entries(measures) as [MeasureName, Summary][];
  const lines = rows.filter(([, s]) => s.n > 0).map(([name, s]) => row(name, s));
  return [
    `${scenario} ${version}, ${policy}, mode ${mode}, seed ${seed}, ${replications} replications.`,
    'Model output, not data about people. Times in simulated minutes; "not" is not reached and stands last.',
    ['measure', 'mean', '95 % interval', 'median', 'q05', 'q95', 'n', 'not'].join('\t'),
    ...lines,
    `log ${result.logSha256}`,
    '',
  ].join('\n');
}

function row(name: MeasureName, s: Summary): string {
  const shown = (v: number | null) =>
    v === null ? '-' : String(Math.round((times.has(name) ? v / 60_000 : v) * 100) / 100);
  const interval = s.ci95 ? `${shown(s.ci95[0])} to ${shown(s.ci95[1])}` : '-';
  return [name, shown(s.mean), interval, shown(s.median), shown(s.q05), shown(s.q95), s.n, s.censored].join(
    '\t',
  );
}

process.exitCode = await main(process.argv.slice(2));
