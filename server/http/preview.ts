import { z } from 'zod';
import { rev } from '@/core/contract/authoring';
import { mode } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { ensureDevice } from '../auth/device';
import { whoOf } from '../auth/may';
import { hashToken, newRowId, newSeed } from '../auth/token';
import { isSecure } from '../auth/visitor';
import { createPreview } from '../catalog/preview';
import { type AccountRoute, forAccount, notDone } from './accountRoute';
import { library } from './authoringPlace';
import { json, seeOther, wantsJson } from './reply';

const body = z.object({
  rev: rev.nullable().default(null),
  mode,
  fromMin: z.int().min(0).max(28_800).default(0),
});

/** A run of a draft for its author, on the device that asks; answers with the seat it is played from, and goes there. */
export const previewDraft = (slug: string): AccountRoute =>
  forAccount('scenarios.list', async (call, { db, env }) => {
    const wanted = body.safeParse(call.fields);
    if (!wanted.success) return notDone(call, refuse('invalid'), library);
    const device = ensureDevice(call.req.headers.cookie, isSecure(call.req, env.trustProxy));
    const names = {
      teamId: newRowId(),
      runId: newRowId(),
      seatId: newRowId(),
      seed: newSeed(),
      device: { id: newRowId(), tokenHash: hashToken(device.token) },
    };
    const made = await createPreview(db, whoOf(call.me), { slug, ...wanted.data }, names, Date.now());
    if ('code' in made) return notDone(call, made, library);
    if (device.setCookie) call.res.setHeader('set-cookie', device.setCookie);
    const go = `/play/${made.seatId}`;
    if (wantsJson(call.req)) json(call.res, 200, { seat: made.seatId, go });
    else seeOther(call.res, go);
  });
