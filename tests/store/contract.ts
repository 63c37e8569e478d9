import { describe, expect, it } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import { AppendConflict, type RunHeader, type Store, StoreUnavailable } from '@/server/session/ports';
import { eventAt, headerOf } from '../support/storeFixture';

export interface StoreHarness {
  store: Store;
  /** Makes a run known to the store. */
  addRun(header: RunHeader): Promise<void>;
  /** The same data as another process would find it. */
  reopen(): Promise<Store>;
}

const stream = 'run:run-000001';
const seqs = (events: readonly RunEvent[]): number[] => events.map(({ seq }) => seq);

/** What every adapter of the Store port keeps. `make` gives an empty store for each test. */
export function storeContract(adapter: string, make: () => Promise<StoreHarness>): void {
  describe(`the store contract, ${adapter}: the log`, () => {
    it('gives back what was appended, field by field, in order', async () => {
      const { store } = await make();
      const sent = eventAt(1, { commandId: 'command-0001', commandHash: 'hash' });
      await store.append(stream, [sent, eventAt(2)]);
      expect(await store.read(stream)).toEqual([sent, eventAt(2)]);
    });

    it('reads only what comes after a number', async () => {
      const { store } = await make();
      await store.append(stream, [eventAt(1), eventAt(2), eventAt(3)]);
      expect(seqs(await store.read(stream, 2))).toEqual([3]);
      expect(await store.read(stream, 3)).toEqual([]);
    });

    it('keeps streams apart', async () => {
      const { store } = await make();
      await store.append(stream, [eventAt(1)]);
      await store.append('run:other-0001', [eventAt(1), eventAt(2)]);
      expect(seqs(await store.read(stream))).toEqual([1]);
      expect(await store.read('run:nobody-001')).toEqual([]);
    });

    it('refuses a number that is taken, with all of the call', async () => {
      const { store } = await make();
      await store.append(stream, [eventAt(1), eventAt(2)]);
      await expect(store.append(stream, [eventAt(2), eventAt(3)])).rejects.toBeInstanceOf(AppendConflict);
      expect(seqs(await store.read(stream))).toEqual([1, 2]);
    });

    it('lets one of two writers have a number, never both', async () => {
      const { store } = await make();
      const both = await Promise.allSettled([
        store.append(stream, [eventAt(1)]),
        store.append(stream, [eventAt(1, { at: 5 })]),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.read(stream)).toHaveLength(1);
    });

    it('refuses a commandId of the same actor a second time', async () => {
      const { store } = await make();
      await store.append(stream, [eventAt(1, { commandId: 'command-0001' })]);
      const again = store.append(stream, [eventAt(2, { commandId: 'command-0001' })]);
      await expect(again).rejects.toBeInstanceOf(AppendConflict);
      expect(seqs(await store.read(stream))).toEqual([1]);
    });

    it('refuses events whose numbers do not follow each other', async () => {
      const { store } = await make();
      await expect(store.append(stream, [eventAt(1), eventAt(3)])).rejects.toBeInstanceOf(RangeError);
      expect(await store.read(stream)).toEqual([]);
    });

    it('keeps what resolved for the next process', async () => {
      const { store, reopen } = await make();
      await store.append(stream, [eventAt(1)]);
      expect(await (await reopen()).read(stream)).toEqual([eventAt(1)]);
    });

    it('answers every append and refuses those after closing', async () => {
      const { store, reopen } = await make();
      const asked = Array.from({ length: 20 }, (_, i) => store.append(`run:many-00${i}`, [eventAt(1)]));
      await store.close();
      await Promise.all(asked);
      await expect(store.append(stream, [eventAt(1)])).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await (await reopen()).read('run:many-0019')).toHaveLength(1);
    });
  });

  describe(`the store contract, ${adapter}: runs`, () => {
    it('gives a run its header, and null for a run it does not know', async () => {
      const { store, addRun } = await make();
      const header = headerOf('run-000007');
      await addRun(header);
      expect(await store.header('run-000007')).toEqual(header);
      expect(await store.header('run-000008')).toBeNull();
    });

    it('lists overdue runs, the longest overdue first, up to a limit', async () => {
      const { store, addRun } = await make();
      const dues = { 'run-000011': 300, 'run-000012': 100.5, 'run-000013': 200, 'run-000014': 900 };
      for (const [runId, nextDueAt] of Object.entries(dues)) {
        await addRun(headerOf(runId));
        await store.append(`run:${runId}`, [eventAt(1)], { nextDueAt });
      }
      expect(await store.overdue(300, 10)).toEqual(['run-000012', 'run-000013', 'run-000011']);
      expect(await store.overdue(300, 1)).toEqual(['run-000012']);
      expect(await store.overdue(100, 10)).toEqual([]);
    });

    it('moves the due time with the append, leaves it without, and takes it away with null', async () => {
      const { store, addRun } = await make();
      await addRun(headerOf('run-000001'));
      await store.append(stream, [eventAt(1)], { nextDueAt: 100 });
      await store.append(stream, [eventAt(2)]);
      expect(await store.overdue(100, 10)).toEqual(['run-000001']);
      await store.append(stream, [], { nextDueAt: null });
      expect(await store.overdue(100, 10)).toEqual([]);
    });

    it('leaves the due time alone when the append is refused', async () => {
      const { store, addRun } = await make();
      await addRun(headerOf('run-000001'));
      await store.append(stream, [eventAt(1)], { nextDueAt: 100 });
      await expect(store.append(stream, [eventAt(1)], { nextDueAt: 5 })).rejects.toBeInstanceOf(
        AppendConflict,
      );
      expect(await store.overdue(50, 10)).toEqual([]);
    });
  });

  describe(`the store contract, ${adapter}: drafts`, () => {
    const draft = {
      conversation: 'ada',
      threadId: null,
      subject: 'Bridge',
      text: 'Dear Ada',
      asks: ['bridge'],
      details: [],
      rev: 0,
    };
    const withRun = async (): Promise<Store> => {
      const { store, addRun } = await make();
      await addRun(headerOf('run-000001'));
      return store;
    };

    it('keeps a draft per conversation and thread and counts its revisions', async () => {
      const store = await withRun();
      expect(await store.saveDraft('run-000001', 'p1', draft)).toEqual({ ...draft, rev: 1, other: null });
      await store.saveDraft('run-000001', 'p1', { ...draft, threadId: 't1', text: 'About the bridge' });
      const second = await store.saveDraft('run-000001', 'p1', { ...draft, text: 'Dear Ada, hello', rev: 1 });
      expect(second).toEqual({ ...draft, text: 'Dear Ada, hello', rev: 2, other: null });
      expect(await store.drafts('run-000001', 'p1')).toHaveLength(2);
      expect(await store.drafts('run-000002', 'p1')).toEqual([]);
    });

    it('lets the last writer win and keeps the text that lost', async () => {
      const store = await withRun();
      await store.saveDraft('run-000001', 'p1', draft);
      await store.saveDraft('run-000001', 'p1', { ...draft, text: 'from the laptop', rev: 1 });
      const phone = await store.saveDraft('run-000001', 'p1', { ...draft, text: 'from the phone', rev: 1 });
      expect(phone).toMatchObject({ text: 'from the phone', rev: 3, other: 'from the laptop' });
      expect(await store.drafts('run-000001', 'p1')).toEqual([phone]);
    });

    it('keeps the other version while writing goes on, until the draft is emptied', async () => {
      const store = await withRun();
      await store.saveDraft('run-000001', 'p1', draft);
      await store.saveDraft('run-000001', 'p1', { ...draft, text: 'laptop', rev: 1 });
      await store.saveDraft('run-000001', 'p1', { ...draft, text: 'phone', rev: 1 });
      expect(await store.saveDraft('run-000001', 'p1', { ...draft, text: 'phone 2', rev: 3 })).toMatchObject({
        other: 'laptop',
      });
      const empty = await store.saveDraft('run-000001', 'p1', {
        ...draft,
        subject: '',
        text: '',
        asks: [],
        rev: 4,
      });
      expect(empty).toMatchObject({ text: '', other: null });
    });

    it('changes nothing when the same save is repeated', async () => {
      const store = await withRun();
      const first = await store.saveDraft('run-000001', 'p1', draft);
      expect(await store.saveDraft('run-000001', 'p1', draft)).toEqual(first);
    });
  });

  describe(`the store contract, ${adapter}: heartbeats`, () => {
    it('T5: tells what the process before had reached, not the own one', async () => {
      const { store, reopen } = await make();
      expect(await store.lastBeat()).toBeNull();
      await store.beat('first', 1_000.5);
      await store.beat('first', 3_000.5);
      const next = await reopen();
      await next.beat('second', 9_000);
      expect(await next.lastBeat()).toBe(3_000.5);
    });

    it('T5: goes by the process that started last, although its clock was set back', async () => {
      const { store, reopen } = await make();
      await store.beat('first', 50_000);
      const second = await reopen();
      await second.beat('second', 2_000);
      await second.close();
      expect(await (await reopen()).lastBeat()).toBe(2_000);
    });
  });
}
