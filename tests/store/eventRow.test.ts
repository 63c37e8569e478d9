import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type EventType, events, eventVersion } from '@/core/contract/event';
import { canonicalJson } from '@/core/sim/canonical';
import { type EventRow, eventOf, rowOf, UnreadableEvent } from '@/server/store/eventRow';
import { upcast } from '@/server/store/upcast';

const folder = 'tests/store/golden';
const rowSchema = z.strictObject({
  stream: z.string(),
  seq: z.int(),
  v: z.int(),
  simMs: z.int(),
  at: z.number(),
  type: z.string(),
  actor: z.string(),
  commandId: z.string().nullable(),
  commandHash: z.string().nullable(),
  data: z.string(),
});

async function golden(v: number): Promise<EventRow[]> {
  const lines = (await readFile(path.join(folder, `v${v}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => rowSchema.parse(JSON.parse(line)));
}

describe('stored events', () => {
  it('have a golden file for every schema version, of which today’s holds every type', async () => {
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(Array.from({ length: eventVersion }, (_, i) => `v${i + 1}.jsonl`));
    const types = new Set((await golden(eventVersion)).map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(events).sort());
  });

  it('of every golden version can be read', async () => {
    for (let v = 1; v <= eventVersion; v++) {
      for (const row of await golden(v)) expect(eventOf(row)).toMatchObject({ type: row.type, seq: row.seq });
    }
  });

  it('are written as the golden file of today’s version has them', async () => {
    for (const row of await golden(eventVersion)) expect(rowOf(row.stream, eventOf(row))).toEqual(row);
  });

  it('hold their data as canonical JSON', async () => {
    for (const row of await golden(eventVersion)) expect(row.data).toBe(canonicalJson(JSON.parse(row.data)));
  });

  it('are brought up to date step by step, and types without a step pass', () => {
    const type: EventType = 'mail.opened';
    const rename = (data: unknown) => ({ mailId: (data as { id: string }).id });
    const steps = { [type]: { 1: rename, 2: (data: unknown) => ({ ...(data as object), seen: true }) } };
    expect(upcast(type, { id: 'm1' }, 1, 3, steps)).toEqual({ mailId: 'm1', seen: true });
    expect(upcast(type, { mailId: 'm1' }, 2, 3, steps)).toEqual({ mailId: 'm1', seen: true });
    expect(upcast('mail.undone', { mailId: 'm1' }, 1, 3, steps)).toEqual({ mailId: 'm1' });
  });

  const good: EventRow = {
    stream: 'run:run-000001',
    seq: 3,
    v: 1,
    simMs: 5,
    at: 1.5,
    type: 'mail.opened',
    actor: 'p1',
    commandId: null,
    commandHash: null,
    data: '{"mailId":"m1"}',
  };
  it.each([
    ['of an unknown type', { type: 'mail.burnt' }],
    ['of a type that is only a property of every object', { type: 'toString' }],
    ['of a newer version', { v: eventVersion + 1 }],
    ['with a field the schema does not have', { data: '{"mailId":"m1","extra":1}' }],
    ['with broken JSON', { data: '{"mailId":' }],
    ['by an unknown actor', { actor: 'somebody' }],
  ])('are refused with their place when %s', (_, wrong) => {
    expect(eventOf(good).seq).toBe(3);
    expect(() => eventOf({ ...good, ...wrong })).toThrow(UnreadableEvent);
    expect(() => eventOf({ ...good, ...wrong })).toThrow('event 3 of run:run-000001');
  });
});
