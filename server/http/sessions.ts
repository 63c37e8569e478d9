import { z } from 'zod';
import { slug } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { type Question, sessionLimits, sessionPlans } from '@/core/contract/session';
import { newSessionCode } from '../auth/sessionCode';
import { hashToken, newRowId, newSeed, newToken } from '../auth/token';
import { openSession } from '../catalog/openSession';
import { done, forAccount, notDone } from './accountRoute';

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
      owner: call.me.accountId,
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
