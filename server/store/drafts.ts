import { z } from 'zod';
import type { Member } from '@/core/contract/ids';
import type { Draft } from '@/core/contract/wire';
import type { Database } from './database';
import { settleDraft } from './draftRule';

const idsText = z.array(z.string());

interface DraftRow {
  conversation: string;
  threadId: string;
  subject: string;
  text: string;
  asks: string;
  details: string;
  rev: number;
  other: string | null;
}

const draftOf = ({ conversation, threadId, subject, text, asks, details, rev, other }: DraftRow): Draft => ({
  conversation,
  threadId: threadId === '' ? null : threadId,
  subject,
  text,
  asks: idsText.parse(JSON.parse(asks)),
  details: idsText.parse(JSON.parse(details)),
  rev,
  other,
});

const rowOf = ({ subject, text, asks, details, rev, other }: Draft) => ({
  subject,
  text,
  asks: JSON.stringify(asks),
  details: JSON.stringify(details),
  rev,
  other,
});

export async function draftsOf(db: Database, runId: string, member: Member): Promise<Draft[]> {
  const rows = await db.read((client) => client.draft.findMany({ where: { runId, member } }));
  return rows.map(draftOf);
}

/** Stores a draft by the rule of `settleDraft` and returns what is stored now. */
export async function saveDraft(
  db: Database,
  runId: string,
  member: Member,
  saved: Omit<Draft, 'other'>,
): Promise<Draft> {
  const key = { runId, member, conversation: saved.conversation, threadId: saved.threadId ?? '' };
  return db.write(async (client) => {
    const row = await client.draft.findUnique({ where: { runId_member_conversation_threadId: key } });
    const stored = row && draftOf(row);
    const next = settleDraft(stored, saved);
    if (next === stored) return stored;
    const values = rowOf(next);
    if (row) await client.draft.update({ where: { runId_member_conversation_threadId: key }, data: values });
    else await client.draft.create({ data: { ...key, ...values } });
    return next;
  });
}
