import path from 'node:path';
import { limits } from '@/core/contract/limits';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { importScenario } from '../catalog/newScenario';
import { described, readScenario, scenarioForms } from '../catalog/scenarioFile';
import { type AccountRoute, done, forAccount, notDone } from './accountRoute';
import { authorOf, library } from './authoringPlace';
import { json, wantsJson } from './reply';

/** Bytes of a body with a file in it: the largest scenario file, and what a form puts round it. */
export const importBytes = limits.scenarioBytes + 10_000;

interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Takes in a file, `multipart/form-data` with the field `file`, or as the bare body with its name in `?name=`. Either there is
 * a new draft afterwards, or nothing: then every problem is told with its place.
 */
export const importFile: AccountRoute = forAccount('scenario.create', async (call, { db }) => {
  const file = await fileIn(call.req.headers['content-type'], call.req.url ?? '', call.fields.bytes);
  if (!file) return notDone(call, refuse('invalid'), library);
  if (!scenarioForms.some((form) => file.name.toLowerCase().endsWith(`.${form}`)))
    return notDone(call, nameless(file.name), library);
  const read = await readScenario(file.name, file.bytes);
  if (read.ok) {
    const { slug } = await importScenario(db, authorOf(call), { scenario: read.scenario, now: Date.now() });
    return done(call, `/edit/${slug}`);
  }
  const lines = read.problems.map((problem) => described(file.name, problem));
  const refusal = refuse('badFile', { reason: lines[0] ?? '' });
  if (!wantsJson(call.req)) return notDone(call, refusal, library);
  json(call.res, 422, {
    code: refusal.code,
    title: refusal.message,
    file: file.name,
    problems: read.problems,
    lines,
  });
});

const nameless = (name: string): Refusal =>
  refuse('badFile', { reason: `${name || 'the file'} must have a name that ends in .yaml, .json or .xlsx.` });

async function fileIn(type: string | undefined, url: string, bytes: unknown): Promise<GivenFile | null> {
  if (!(bytes instanceof Uint8Array)) return null;
  if (!type?.startsWith('multipart/form-data')) {
    const name = new URL(url, 'http://localhost').searchParams.get('name');
    return name === null ? null : { name: path.basename(name), bytes };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof Blob)) return null;
  return { name: path.basename(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}
