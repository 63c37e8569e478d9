import { z } from 'zod';
import { email } from '@/core/contract/account';
import { rowId, slug } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { type Question, sessionLimits, sessionPlans } from '@/core/contract/session';
import { type Action, allowed, whoOf } from '../auth/may';
import { newSessionCode } from '../auth/sessionCode';
import { hashToken, newRowId, newSeed, newToken } from '../auth/token';
import { openSession } from '../catalog/openSession';
import { accountByEmail } from '../store/accounts';
import { audit } from '../store/audit';
import { addHelper, sessionById, setScreen } from '../store/sessions';
import { type AccountParts, type CallByAccount, done, forAccount, notDone } from './accountRoute';
import { addressFor } from './links';
import { json } from './reply';

/** A ticked box of a form, or a plain boolean; a box that is not ticked is not sent. */
const ticked = z.union([z.boolean(), z.enum(['on', 'true']).transform(() => true)]).default(false);
const number = z.coerce.number().int();
/** An empty field of a form says nothing. */
const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

const sessionForm = z.object({
  title: z.string().trim().min(1).max(sessionLimits.title),
  scenario: slug,
  plan: z.enum(sessionPlans),
  teamSize: number.min(1).max(sessionLimits.teamSize).default(1),
  teamsBy: z.enum(['choice', 'chance']).default('chance'),
  clock: z.union([z.literal('scene'), number.min(1).max(3_600)]).default('scene'),
  lengthMin: emptyIsNull(number.min(10).max(28_800)),
  seed: z.enum(['own', 'shared']).default('own'),
  seedText: z.string().trim().max(64).default(''),
  twin: ticked,
  receipts: ticked,
  lateJoin: ticked,
  names: z.enum(['free', 'alias']).default('free'),
  practice: ticked,
  predict: ticked,
  consent: z.string().trim().max(sessionLimits.consent).default(''),
  /** One open question per line. */
  before: z.string().max(4_000).default(''),
  after: z.string().max(4_000).default(''),
  tlx: ticked,
});

/** Opens a session and goes to its board. */
export const createSession = forAccount('session.create', async (call, { db }) => {
  const wanted = sessionForm.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('invalid'), '/facilitate/new');
  const { scenario, seedText, before, after, tlx, ...settings } = wanted.data;
  const opened = await openSession(
    db,
    {
      scenario,
      settings: {
        ...settings,
        before: questionsOf(before),
        after: [...(tlx ? tlxItems : []), ...questionsOf(after)],
      },
      seed: seedText === '' ? newSeed() : seedText,
      owner: { role: call.me.role, accountId: call.me.accountId },
    },
    {
      sessionId: newRowId(),
      now: Date.now(),
      newCode: newSessionCode,
      screenHash: hashToken(newToken()),
    },
  );
  if (!opened) return notDone(call, refuse('unknown'), '/facilitate/new');
  done(call, `/facilitate/${opened.sessionId}`);
});

const tlxItems: Question[] = (
  ['tlx-mental', 'tlx-physical', 'tlx-temporal', 'tlx-performance', 'tlx-effort', 'tlx-frustration'] as const
).map((id) => ({ kind: 'tlx', id }));

const questionsOf = (lines: string): Question[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, sessionLimits.questions - tlxItems.length)
    .map((label, i) => ({
      kind: 'text',
      id: `question-${i + 1}`,
      label: label.slice(0, sessionLimits.question),
    }));

/** A session that is led by whoever asks, or null: somebody else's and an absent one alike. */
async function ledBy(call: CallByAccount, { db }: AccountParts, action: Action, sessionId: string) {
  return allowed(whoOf(call.me), action, await sessionById(db, sessionId));
}

/** An address for a screen on the wall; whoever has it sees the room as a whole. The one before stops working. */
export const screenLink = forAccount('sessions.list', async (call, parts) => {
  const wanted = z.object({ session: rowId }).safeParse(call.fields);
  const session = wanted.success ? await ledBy(call, parts, 'session.invite', wanted.data.session) : null;
  if (!session) return notDone(call, refuse('unknown'), '/facilitate');
  const token = newToken();
  await setScreen(parts.db, session.sessionId, hashToken(token));
  json(call.res, 201, { link: addressFor(call.req, parts.env, `/screen/${token}`) });
});

/** Somebody with an account leads along. */
export const inviteHelper = forAccount('sessions.list', async (call, parts) => {
  const wanted = z.object({ session: rowId, email }).safeParse(call.fields);
  const session = wanted.success ? await ledBy(call, parts, 'session.invite', wanted.data.session) : null;
  if (!wanted.success || !session) return notDone(call, refuse('unknown'), '/facilitate');
  const helper = await accountByEmail(parts.db, wanted.data.email);
  if (!helper || helper.deactivatedAt !== null)
    return notDone(call, refuse('noAccount'), `/facilitate/${session.sessionId}`);
  await addHelper(parts.db, session.sessionId, helper.accountId);
  await audit(parts.db, {
    at: Date.now(),
    actor: call.me.accountId,
    action: 'sessionHelper',
    target: helper.accountId,
  });
  json(call.res, 201, { name: helper.name });
});
