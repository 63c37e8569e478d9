import type { Prisma } from '@/prisma/generated/client';
import { runStream } from './runs';
import { sessionStream } from './sessionLog';
import { sortedJson } from './sortedJson';

type Data = Record<string, unknown>;
interface Person {
  sessionId: string;
  teamId: string;
  member: string;
  participantId: string;
}

/**
 * Within a transaction: takes out of the logs what somebody typed, their name and their answers (A5). Events, times, word
 * counts and ids stay, so that every measure stays what it was.
 */
export async function erasePerson(tx: Prisma.TransactionClient, who: Person): Promise<void> {
  const runs = await tx.run.findMany({ where: { teamId: who.teamId }, select: { id: true } });
  for (const { id } of runs) {
    await eraseRun(tx, runStream(id), who.member);
    await tx.draft.deleteMany({ where: { runId: id, member: who.member } });
  }
  await eraseInSession(tx, who);
  await tx.seat.updateMany({
    where: { teamId: who.teamId, actor: who.member },
    data: { displayName: null },
  });
}

const typedBy: ReadonlySet<string> = new Set([
  'mail.sent',
  'mail.scheduled',
  'call.said',
  'call.messageLeft',
]);
/** Replies and forwarded mails carry the subject of their thread on. */
const echoes: ReadonlySet<string> = new Set(['mail.received', 'mail.forwarded']);

async function eraseRun(tx: Prisma.TransactionClient, stream: string, member: string): Promise<void> {
  const rows = await tx.event.findMany({
    where: { stream, type: { in: [...typedBy, ...echoes] } },
    orderBy: { seq: 'asc' },
    select: { seq: true, type: true, actor: true, data: true },
  });
  const subjects = new Set<unknown>();
  for (const { seq, type, actor, data } of rows) {
    const old = JSON.parse(data) as Data;
    if (actor === member && typedBy.has(type)) {
      if (old.subject) subjects.add(old.subject);
      await write(tx, stream, seq, without(old, ['text', 'subject'], null));
    } else if (echoes.has(type) && old.kind !== 'authored' && subjects.has(old.subject)) {
      await write(tx, stream, seq, without(old, ['subject'], ''));
    }
  }
}

async function eraseInSession(
  tx: Prisma.TransactionClient,
  { sessionId, participantId }: Person,
): Promise<void> {
  const stream = sessionStream(sessionId);
  const rows = await tx.event.findMany({
    where: { stream, type: { in: ['participant.joined', 'participant.renamed', 'participant.answered'] } },
    select: { seq: true, data: true },
  });
  for (const { seq, data } of rows) {
    const old = JSON.parse(data) as Data;
    if (old.participantId !== participantId) continue;
    const answers = old.answers as Data | undefined;
    const none = answers && { answers: Object.fromEntries(Object.keys(answers).map((id) => [id, null])) };
    await write(tx, stream, seq, { ...without(old, ['name'], null), ...none });
  }
}

const without = (data: Data, fields: readonly string[], empty: null | ''): Data =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, fields.includes(field) ? empty : value]),
  );

const write = (tx: Prisma.TransactionClient, stream: string, seq: number, data: Data) =>
  tx.event.update({ where: { stream_seq: { stream, seq } }, data: { data: sortedJson(data) } });

/** Deletes a plan of one's own with everything that belongs to it; false where it is none. */
export async function deleteSoloTeam(tx: Prisma.TransactionClient, teamId: string): Promise<boolean> {
  const team = await tx.team.findUnique({ where: { id: teamId, solo: true }, include: { runs: true } });
  if (!team) return false;
  await tx.event.deleteMany({ where: { stream: { in: team.runs.map(({ id }) => runStream(id)) } } });
  await tx.team.delete({ where: { id: teamId } });
  return true;
}
