import { readFile, stat, writeFile } from 'node:fs/promises';
import type { Scenario } from '@/core/contract/scenario';
import { described, readScenario, readScenarioFolder, scenarioForms } from '../catalog/scenarioFile';
import { formOf, scenarioText } from '../catalog/scenarioText';
import { workbookOf } from '../catalog/spreadsheet/workbook';
import { xlsxOf } from '../catalog/spreadsheet/xlsx';
import { type Env, parseEnv, WrongEnvironment } from '../env';
import { DatabaseInUse } from '../store/lock';
import { currentScenario, type SaveOutcome, saveScenarios } from '../store/scenarios';
import { serveDatabase } from '../store/serving';
import { knownScenarios, withStored } from './storedScenarios';

const usage =
  'Use: npm run scenario -- list [--json] | validate FILE | import FILE_OR_FOLDER | export SLUG [FILE]\n' +
  'A file is YAML, JSON or a workbook, by the end of its name: .yaml, .json, .xlsx.';

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

function commandOf([command, argument, target, ...more]: readonly string[]): (env: Env) => Promise<string> {
  if (more.length > 0 || (target !== undefined && command !== 'export')) throw new WrongUse(usage);
  if (command === 'list' && (argument === undefined || argument === '--json'))
    return async (env) => listed(await knownScenarios(env), argument !== undefined);
  if (command === 'validate' && argument !== undefined) return () => validate(argument);
  if (command === 'import' && argument !== undefined) return (env) => importAll(env, argument);
  if (command === 'export' && argument !== undefined) return (env) => exportSlug(env, argument, target);
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

/** A file, or all of a folder: everything is stored, or nothing is. */
async function importAll(env: Env, where: string): Promise<string> {
  const folder = await stat(where).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const files = folder ? await readFolder(where) : [{ file: where, ...(await read(where)) }];
  const serving = await serveDatabase(env);
  try {
    const outcomes = await saveScenarios(serving.db, files, Date.now(), 'import');
    const refused = files.flatMap((file, i) => {
      const why = whyNot[outcomes[i] ?? 'differs'];
      return why ? [why(file)] : [];
    });
    if (refused.length > 0) throw new Refused(refused.join('\n'));
    return files
      .map(({ scenario: { slug, version } }, i) => {
        const stored = outcomes[i] === 'same' ? 'stored already' : 'stored';
        return `${slug} ${version} is ${stored}.\n`;
      })
      .join('');
  } finally {
    await serving.close();
  }
}

type InFile = { file: string; scenario: Scenario };
/** Why a file is not stored, by its outcome. */
const whyNot: Partial<Record<SaveOutcome, (file: InFile) => string>> = {
  differs: ({ file, scenario: { slug, version } }) =>
    `${file}: version ${version} of ${slug} is stored with other contents: raise version to publish the change.`,
  taken: ({ file, scenario: { slug } }) =>
    `${file}: ${slug} is a scenario that somebody wrote on this server: give the file another slug.`,
};

async function readFolder(folder: string) {
  const files = await readScenarioFolder(folder);
  if (files.length === 0) throw new Refused(`${folder} has no scenario files (${scenarioForms.join(', ')}).`);
  const problems = files.flatMap(({ file, result }) =>
    result.ok ? [] : result.problems.map((problem) => described(file, problem)),
  );
  if (problems.length > 0) throw new Refused(problems.join('\n'));
  return files.flatMap(({ file, result }) => (result.ok ? [{ file, ...result }] : []));
}

async function exportSlug(env: Env, slug: string, file: string | undefined): Promise<string> {
  const stored = await withStored(env, (db) => currentScenario(db, slug), null);
  const scenario = stored ?? (await knownScenarios(env)).find((s) => s.slug === slug);
  if (!scenario) throw new Refused(`There is no scenario ${slug}; npm run scenario -- list names them.`);
  if (file === undefined) return scenarioText(scenario, 'yaml');
  const form = formOf(file);
  if (!form) throw new Refused(`${file}: the name must end in .yaml, .json or .xlsx.`);
  const contents = form === 'xlsx' ? await xlsxOf(workbookOf(scenario)) : scenarioText(scenario, form);
  await writeFile(file, contents, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      error.code === 'EEXIST'
        ? `${file} is there already; it was left as it is.`
        : `${file} cannot be written: is the path right?`,
    );
  });
  return `${slug} ${scenario.version} is in ${file}.\n`;
}

async function read(file: string): Promise<{ scenario: Scenario; sha256: string }> {
  const bytes = await readFile(file).catch(() => {
    throw new Refused(`${file} cannot be read: is the path right?`);
  });
  const result = await readScenario(file, bytes);
  if (result.ok) return result;
  throw new Refused(result.problems.map((p) => described(file, p)).join('\n'));
}

process.exitCode = await main(process.argv.slice(2));
