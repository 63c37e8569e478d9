import type { IncomingMessage, ServerResponse } from 'node:http';
import { authoringBodies, draftBytes } from '@/core/contract/authoring';
import { refuse } from '@/core/contract/refusal';
import { fromOwnPages } from '../auth/origin';
import { addressOf, netOf } from '../auth/visitor';
import { publish, saveDraft } from '../catalog/authoring';
import { createScenario } from '../catalog/newScenario';
import type { AccountParts, AccountRoute, Call } from './accountRoute';
import { done, forAccount, notDone } from './accountRoute';
import { archive, discard, setTags, setVisibility, unpublish } from './authoringHead';
import { authorOf, library } from './authoringPlace';
import { importBytes, importFile } from './importScenario';
import { previewDraft } from './preview';
import { BodyTooLarge, json, problem, readBytes, readFields, wantsJson } from './reply';

/** A call that concerns one scenario. */
type SlugRoute = (slug: string) => AccountRoute;

/** A new scenario, from the template or as a fork, and its editor. */
const create = forAccount('scenario.create', async (call, { db }) => {
  const wanted = authoringBodies.create.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('invalid'), library);
  const made = await createScenario(db, authorOf(call), { ...wanted.data, now: Date.now() });
  if (!made) return notDone(call, refuse('unknown'), library);
  done(call, `/edit/${made.slug}`);
});

/** Saves the draft, and says what is wrong with it; 409 with theirs where somebody else has saved since. */
const draft: SlugRoute = (slug) =>
  forAccount('scenarios.list', async (call, { db }) => {
    const wanted = authoringBodies.draft.safeParse(call.fields);
    if (!wanted.success) return notDone(call, refuse('invalid'), library);
    const saved = await saveDraft(db, authorOf(call), { slug, ...wanted.data, now: Date.now() });
    if (!saved) return notDone(call, refuse('unknown'), library);
    json(call.res, 'code' in saved ? 409 : 200, saved);
  });

/** Offers the draft as the next version; 422 with the problems where there are errors in it. */
const publishDraft: SlugRoute = (slug) =>
  forAccount('scenarios.list', async (call, { db }) => {
    const wanted = authoringBodies.publish.safeParse(call.fields);
    if (!wanted.success) return notDone(call, refuse('invalid'), library);
    const result = await publish(db, authorOf(call), { slug, ...wanted.data, now: Date.now() });
    if (!result) return notDone(call, refuse('unknown'), library);
    if (!wantsJson(call.req) && result.kind !== 'published')
      return notDone(call, refuse(result.kind === 'problems' ? 'hasErrors' : 'changed'), library);
    if (result.kind === 'published') return published(call, slug, result.version);
    if (result.kind === 'changed') return json(call.res, 409, result.theirs);
    json(call.res, 422, { ...refuse('hasErrors'), problems: result.problems });
  });

/** A form of the library goes back there; the editor goes on from the number. */
function published(call: Call, slug: string, version: number): void {
  if (call.fields.back === undefined) return json(call.res, 200, { version });
  done(call, `${library}/${slug}`);
}

interface Door {
  method: 'POST' | 'PUT';
  /** Bytes of the largest body. */
  most?: number;
  route: AccountRoute;
}

const ofSlug: Record<string, Omit<Door, 'route'> & { route: SlugRoute }> = {
  draft: { method: 'PUT', most: draftBytes, route: draft },
  publish: { method: 'POST', route: publishDraft },
  preview: { method: 'POST', route: previewDraft },
  unpublish: { method: 'POST', route: unpublish },
  visibility: { method: 'POST', route: setVisibility },
  tags: { method: 'POST', route: setTags },
  archive: { method: 'POST', route: archive },
  delete: { method: 'POST', route: discard },
};
const address = /^\/api\/scenarios(?:\/([a-z][a-z0-9-]{1,59})\/([a-z]{2,12}))?$/;

/** What can be asked of a scenario by its slug; tests go through all of them. */
export const slugDoors = Object.entries(ofSlug).map(([name, { method }]) => ({ name, method }));

function doorAt(path: string): Door | null {
  const [whole, slug, deed] = address.exec(path) ?? [];
  if (whole === undefined) return null;
  if (slug === undefined || deed === undefined) return { method: 'POST', route: create };
  const door = Object.hasOwn(ofSlug, deed) ? ofSlug[deed] : undefined;
  return door ? { ...door, route: door.route(slug) } : null;
}

/** Answers what changes scenarios; false where the request is for somebody else. */
export async function answerAuthoring(
  req: IncomingMessage,
  res: ServerResponse,
  parts: AccountParts,
): Promise<boolean> {
  const path = (req.url ?? '').split('?')[0] ?? '';
  const isImport = path === '/api/scenarios/import';
  const door: Door | null = isImport ? { method: 'POST', route: importFile } : doorAt(path);
  if (!door) return false;
  if (req.method !== door.method) {
    res.setHeader('allow', door.method);
    problem(res, 405, refuse('invalid'));
  } else if (!fromOwnPages(req, parts.env.publicUrl)) problem(res, 403, refuse('notPossible'));
  else await answer(door, isImport, { req, res }, parts);
  return true;
}

async function answer(
  { route, most }: Door,
  isImport: boolean,
  { req, res }: Pick<Call, 'req' | 'res'>,
  parts: AccountParts,
): Promise<void> {
  try {
    const fields = isImport ? { bytes: await readBytes(req, importBytes) } : await readFields(req, most);
    const me = await parts.accounts.current(req.headers.cookie);
    await route({ req, res, fields, me, net: netOf(addressOf(req, parts.env.trustProxy)) }, parts);
  } catch (error) {
    if (error instanceof BodyTooLarge) return problem(res, 413, refuse('tooLarge'));
    parts.report('a request failed', error);
    problem(res, 503, refuse('unsaved'));
  }
}
