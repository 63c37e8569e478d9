import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clear, createComposer, edit, writingOf } from '@/app/_features/play/composerStore';
import { keepDrafts } from '@/app/_features/play/draftKeeper';
import { Connection } from '@/app/_lib/connection';
import type { OutboxItem } from '@/app/_lib/outboxStore';
import type { Draft, Reply } from '@/core/contract/wire';
import { viewOf } from '@/core/view/viewOf';
import { FakeWire, MemoryOutbox } from '../support/fakeWire';
import { MemoryStorage } from '../support/memoryStorage';
import { Play } from '../support/play';
import { village } from '../support/village';

const view = viewOf(new Play(village()).state);

/** As much of the browser's storage as drafts use. */
const draft = (more: Partial<Draft>): Draft => ({
  conversation: 'ada',
  threadId: null,
  subject: '',
  text: '',
  asks: [],
  details: [],
  rev: 1,
  other: null,
  ...more,
});

function open(storage: Storage | null = new MemoryStorage(), drafts: Draft[] = []) {
  const wire = new FakeWire();
  const connection = new Connection({
    initial: { view, epoch: 0, n: 0, drafts },
    wire: wire.open,
    outbox: new MemoryOutbox(),
    now: () => 0,
  });
  connection.start();
  const composer = createComposer(drafts);
  const stop = keepDrafts('seat', composer, connection, storage);
  const written = () => writingOf(composer.getState(), 'ada');
  const saved = () => wire.delivered.flatMap((i) => (i.name === 'draft.save' ? [i.body] : []));
  return { wire, connection, composer, storage, stop, written, saved };
}

const stored =
  (rev: number, other: string | null = null) =>
  (item: OutboxItem): Reply<{ draft?: Draft }> =>
    item.name === 'draft.save'
      ? { ok: true, n: 0, draft: draft({ text: item.body.text, rev, other }) }
      : { ok: true, n: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is being written', () => {
  it('is saved on the server once the writer pauses, in one piece', async () => {
    const { wire, composer, saved, written } = open();
    wire.answer = stored(1);
    wire.connect();
    await vi.advanceTimersByTimeAsync(0);
    for (const text of ['h', 'he', 'hello']) {
      edit(composer, 'ada', { text });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved().map((body) => [body.text, body.rev])).toEqual([['hello', 0]]);
    expect(written()).toMatchObject({ rev: 1, dirty: false });
  });

  it('outlives a reload without a server', () => {
    const first = open();
    edit(first.composer, 'ada', { text: 'half a sentence', asks: ['bridge'] });
    first.stop();
    expect(open(first.storage).written()).toMatchObject({ text: 'half a sentence', asks: ['bridge'] });
  });

  it('control: without storage and server a reload would lose it', () => {
    const first = open(null);
    edit(first.composer, 'ada', { text: 'half a sentence' });
    first.stop();
    expect(open(null).written().text).toBe('');
  });

  it('is handed over when the server comes back', async () => {
    const { wire, composer, saved } = open();
    edit(composer, 'ada', { text: 'offline' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saved()).toHaveLength(0);
    wire.answer = stored(1);
    wire.connect();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saved().map((body) => body.text)).toEqual(['offline']);
  });

  it('shows what another device wrote at the same time', async () => {
    const { wire, composer, written } = open();
    wire.answer = stored(4, 'their words');
    wire.connect();
    await vi.advanceTimersByTimeAsync(0);
    edit(composer, 'ada', { text: 'my words' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(written()).toMatchObject({ text: 'my words', other: 'their words' });
  });

  it('takes over what another tab saved, unless something was typed here since', async () => {
    const { connection, composer, written } = open();
    connection.keepDraft(draft({ text: 'from the other tab', rev: 2 }));
    expect(written().text).toBe('from the other tab');
    edit(composer, 'ada', { text: 'typed here' });
    connection.keepDraft(draft({ text: 'later there', rev: 3 }));
    expect(written().text).toBe('typed here');
  });

  it('is empty after sending, here and on the server', async () => {
    const { wire, composer, saved, written } = open(new MemoryStorage(), [
      draft({ text: 'sent soon', rev: 3 }),
    ]);
    wire.answer = stored(4);
    wire.connect();
    await vi.advanceTimersByTimeAsync(0);
    clear(composer, 'ada');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saved().map((body) => [body.text, body.rev])).toEqual([['', 3]]);
    expect(written().text).toBe('');
  });
});
