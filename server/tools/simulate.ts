import { readFile } from 'node:fs/promises';
import type { PolicyName } from '@/core/contract/policy';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { assumeAll } from '@/core/replication/assume';
import { problemsOf } from '@/core/sim/scenario/problems';
import { packsFolder } from '../catalog/packs';
import { readScenarioFile, readScenarioFolder } from '../catalog/scenarioFile';
import { parseEnv, WrongEnvironment } from '../env';
import { replications } from '../replication/replications';
import { inThisThread, workerThreads } from '../replication/workers';
import { type Arguments, argumentsOf, WrongUse } from './simulation/arguments';
import { replicationRows, table } from './simulation/output';
import { type PlayedSide, resultOf } from './simulation/result';
import { knownScenarios } from './storedScenarios';

/** `npm run simulate`: replications without a clock. One JSON document, rows or a table on stdout; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const chosen = argumentsOf(args);
    process.stdout.write(await simulate(chosen, await scenarioOf(chosen.scenario)));
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

async function simulate(chosen: Arguments, original: Scenario): Promise<string> {
  const { scenario, habits } = assumed(chosen, original);
  const { seed, policy, against } = chosen;
  const mode = modeFor(policy, chosen.mode);
  const other = against && { policy: against, mode: modeFor(against, againstMode(against, chosen.mode)) };
  const workers = chosen.workers === 1 ? inThisThread : workerThreads(chosen.workers);
  try {
    const play = async (side: Pick<PlayedSide, 'policy' | 'mode'>): Promise<PlayedSide> => {
      const study = { scenario, habits, seed, ...side };
      return { ...side, ...(await replications(study, chosen.replications, workers, watching(chosen))) };
    };
    const first = await play({ policy, mode });
    const second = other ? await play(other) : null;
    if (chosen.csv) return replicationRows(second ? [first, second] : [first], seed);
    const result = resultOf(scenario, seed, first, second);
    return chosen.json ? `${JSON.stringify(result)}\n` : table(result);
  } finally {
    await workers.close();
  }
}

/** The other policy plays in the mode that was asked for where it can, else in its own. */
const againstMode = (policy: PolicyName, wanted: Arguments['mode']): Arguments['mode'] =>
  (policies[policy].modes as readonly string[]).includes(wanted ?? '') ? wanted : undefined;

function modeFor(policy: PolicyName, wanted: Arguments['mode']) {
  const modes: readonly string[] = policies[policy].modes;
  if (wanted === undefined) return policies[policy].modes[0];
  if (!modes.includes(wanted)) throw new WrongUse(`${policy} plays in mode ${modes.join(' or ')}.`);
  return wanted;
}

/** How far it has come, on a terminal; Ctrl-C ends it with a sentence. */
function watching({ replications: count }: Arguments) {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped before the end; nothing is printed.')));
  const progress = (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(done < count ? `\r${done} of ${count}` : '\r\x1b[K');
  };
  return { progress, signal: stop.signal };
}

process.exitCode = await main(process.argv.slice(2));
