import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { Scenario } from '@/core/contract/scenario';
import { type FileProblem, readScenarioFile } from '../catalog/scenarioFile';
import { type Env, parseEnv, WrongEnvironment } from '../env';
import { DatabaseInUse } from '../store/lock';
import { currentScenario, saveScenario } from '../store/scenarios';
import { serveDatabase } from '../store/serving';
import { knownScenarios, withStored } from './storedScenarios';

const usage = 'Use: npm run scenario -- list [--json] | validate FILE | import FILE | export SLUG';

class WrongUse extends Error {}
/** What was asked for cannot be done; the message says why, a problem a line. */
class Refused extends Error {}

/** `npm run scenario -- COMMAND`: the result on stdout, reasons on stderr. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    process.stdout.write(await commandOf(args)(parseEnv(process.env)));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof WrongUse || error instanceof WrongEnvironment) return 2;
    const expected = error instanceof Refused || error instanceof DatabaseInUse;
    if (!expected && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}

function commandOf([command, argument, ...more]: readonly string[]): (env: Env) => Promise<string> {
  if (more.length > 0) throw new WrongUse(usage);
  if (command === 'list' && (argument === undefined || argument === '--json'))
    return async (env) => listed(await knownScenarios(env), argument !== undefined);
  if (command === 'validate' && argument !== undefined) return () => validate(argument);
  if (command === 'import' && argument !== undefined) return (env) => importFile(env, argument);
  if (command === 'export' && argument !== undefined) return (env) => exportSlug(env, argument);
  throw new WrongUse(usage);
}

function listed(scenarios: readonly Scenario[], json: boolean): string {
  const rows = scenarios.map(({ slug, title, version, recipients, requests }) => ({
    slug,
    title,
    version,
    recipients: recipients.length,
    requests: requests.length,
  }));
  if (json) return `${JSON.stringify(rows)}\n`;
  return rows
    .map((r) => `${r.slug} ${r.version}: ${r.title} (${r.recipients} people, ${r.requests} requests)\n`)
    .join('');
}

async function validate(file: string): Promise<string> {
  const { scenario } = await read(file);
  return `${file}: ${scenario.title}, version ${scenario.version}, can be played.\n`;
}

async function importFile(env: Env, file: string): Promise<string> {
  const { scenario, sha256 } = await read(file);
  const { slug, version } = scenario;
  const serving = await serveDatabase(env);
  try {
    const outcome = await saveScenario(serving.db, { scenario, sha256, now: Date.now() });
    if (outcome === 'differs')
      throw new Refused(
        `${file}: version ${version} of ${slug} is stored with other contents: raise version to publish the change.`,
      );
    return `${slug} ${version} is ${outcome === 'same' ? 'stored already' : 'stored'}.\n`;
  } finally {
    await serving.close();
  }
}

async function exportSlug(env: Env, slug: string): Promise<string> {
  const stored = await withStored(env, (db) => currentScenario(db, slug), null);
  const scenario = stored ?? (await knownScenarios(env)).find((s) => s.slug === slug);
  if (!scenario) throw new Refused(`There is no scenario ${slug}; npm run scenario -- list names them.`);
  return stringify(scenario, { lineWidth: 110 });
}

async function read(file: string): Promise<{ scenario: Scenario; sha256: string }> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`${file} cannot be read: is the path right?`);
  });
  const result = readScenarioFile(text);
  if (result.ok) return result;
  throw new Refused(result.problems.map((p) => described(file, p)).join('\n'));
}

function described(file: string, { path, line, column, message }: FileProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return `${place} ${path === '' ? 'the file' : path} ${message}`;
}

process.exitCode = await main(process.argv.slice(2));
