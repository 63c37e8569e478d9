import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditor, edit, watchFaults } from '@/app/_features/edit/editorStore';
import { faultsOf } from '@/app/_features/edit/model/faults';
import type { Draft } from '@/core/contract/draft';
import { village } from '../../support/village';

const opened = (draft: Draft = village()) =>
  createEditor({
    ...{ slug: 'village', draft, rev: 1, savedAt: null, published: null },
    ...{ audience: 'private' as const, asPublished: false, samples: new Map() },
  });
const look = vi.fn(async (draft: Draft) => faultsOf(draft));
const codes = (store: ReturnType<typeof opened>) => store.getState().faults.map((f) => f.code);
const titled = (title: string) => (d: Draft) => ({ ...d, title });

beforeEach(() => {
  vi.useFakeTimers();
  look.mockClear();
});
afterEach(() => vi.useRealTimers());

describe('looking for faults', () => {
  it('begins on opening, and until the answer is there nothing is said to be right', async () => {
    const store = opened({ ...village(), title: '' });
    const stop = watchFaults(store, look);
    expect(store.getState()).toMatchObject({ looked: false, faults: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().looked).toBe(true);
    expect(codes(store)).toContain('empty');
    stop();
  });

  it('waits for a pause in writing, and looks once', async () => {
    const store = opened();
    const stop = watchFaults(store, look);
    await vi.advanceTimersByTimeAsync(0);
    for (const title of ['Vil', 'Vi', '']) {
      edit(store, titled(title), 'title');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(look).toHaveBeenCalledTimes(2);
    expect(codes(store)).toContain('empty');
    stop();
  });

  it('that finds the same again gives those who show it nothing to draw', async () => {
    const store = opened({ ...village(), summary: '' });
    const stop = watchFaults(store, look);
    await vi.advanceTimersByTimeAsync(0);
    const { faults } = store.getState();
    edit(store, titled('Hamlet'));
    await vi.advanceTimersByTimeAsync(300);
    expect(look).toHaveBeenCalledTimes(2);
    expect(store.getState().faults).toBe(faults);
    edit(store, (d) => ({ ...d, summary: 'A hamlet.' }));
    await vi.advanceTimersByTimeAsync(300);
    expect(codes(store)).not.toContain('empty');
    stop();
  });

  it('what was found in an older state is not shown', async () => {
    const store = opened({ ...village(), title: '' });
    let answer: () => void = () => undefined;
    const slow = (draft: Draft) =>
      new Promise<ReturnType<typeof faultsOf>>((found) => {
        answer = () => found(faultsOf(draft));
      });
    const stop = watchFaults(store, slow);
    edit(store, titled('Hamlet'));
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ looked: false, faults: [] });
    stop();
  });
});
