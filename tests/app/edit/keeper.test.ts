import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditor, draftOf, type EditorStore, edit, show, undo } from '@/app/_features/edit/editorStore';
import { Keeper } from '@/app/_features/edit/keep/keeper';
import type { Save, SaveAnswer } from '@/app/_features/edit/keep/server';
import type { Shelf, Unsaved } from '@/app/_features/edit/keep/shelf';
import type { Draft } from '@/core/contract/draft';
import { packFile } from '../../support/packFiles';

/** A server of one draft that keeps the rule of revisions. */
class FakeServer {
  rev = 1;
  doc: unknown;
  online = true;
  refuses: string | null = null;
  constructor(doc: unknown) {
    this.doc = doc;
  }
  save: Save = async (_slug, rev, doc): Promise<SaveAnswer> => {
    if (!this.online) return { kind: 'later' };
    if (this.refuses !== null) return { kind: 'refused', code: this.refuses };
    if (rev !== this.rev)
      return { kind: 'changed', theirs: { rev: this.rev, doc: this.doc, by: 'Ben', savedAt: 7 } };
    this.doc = structuredClone(doc);
    return { kind: 'saved', rev: ++this.rev, savedAt: 5 };
  };
}

class FakeShelf implements Shelf {
  readonly on = new Map<string, Unsaved>();
  newest = async (slug: string) => {
    const [found] = [...this.on]
      .filter(([key]) => key.startsWith(`${slug}/`))
      .sort(([, a], [, b]) => b.at - a.at);
    return found ? { window: found[0].slice(slug.length + 1), unsaved: found[1] } : null;
  };
  put = async (slug: string, window: string, unsaved: Unsaved) => {
    this.on.set(`${slug}/${window}`, structuredClone(unsaved));
  };
  drop = async (slug: string, window: string) => {
    this.on.delete(`${slug}/${window}`);
  };
}

const pack = packFile('launch-week-taste');
const title = (doc: unknown): string => (doc as Draft).title;
const type = (store: EditorStore, text: string) => edit(store, (d) => ({ ...d, title: text }), 'title');

async function open(server: FakeServer, shelf: Shelf, window = 'one') {
  const store = createEditor({
    slug: pack.slug,
    draft: structuredClone(server.doc as Draft),
    rev: server.rev,
    savedAt: null,
    published: null,
    asPublished: false,
    audience: 'private',
    samples: new Map(),
  });
  const keeper = new Keeper(store, server.save, shelf);
  const takenUp = await keeper.begin(window);
  return { store, keeper, takenUp };
}

describe('keeping what is written', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const pause = () => vi.advanceTimersByTimeAsync(1_000);

  it('is saved once the writer pauses, and this device needs to keep nothing then', async () => {
    const server = new FakeServer(pack);
    const shelf = new FakeShelf();
    const { store } = await open(server, shelf);
    type(store, 'A');
    type(store, 'AB');
    await vi.advanceTimersByTimeAsync(100);
    expect(title(server.doc)).toBe(pack.title);
    expect(shelf.on.size).toBe(1);
    expect(store.getState().save).toBe('changed');
    await pause();
    expect(title(server.doc)).toBe('AB');
    expect(store.getState()).toMatchObject({ save: 'saved', rev: 2, savedAt: 5 });
    expect(shelf.on.size).toBe(0);
  });

  it('what is typed while a save is on its way is saved after it', async () => {
    const server = new FakeServer(pack);
    const { store } = await open(server, new FakeShelf());
    const saveNow = server.save;
    const gate: { open?: () => void } = {};
    const slow = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    server.save = async (...args) => {
      await slow;
      return saveNow(...args);
    };
    type(store, 'A');
    await pause();
    type(store, 'B');
    gate.open?.();
    await pause();
    await pause();
    expect(title(server.doc)).toBe('B');
    expect(store.getState().save).toBe('saved');
  });

  it('without a connection it is kept on this device, and saved as soon as there is one', async () => {
    const server = new FakeServer(pack);
    const shelf = new FakeShelf();
    const { store } = await open(server, shelf);
    server.online = false;
    type(store, 'Offline');
    await pause();
    expect(store.getState()).toMatchObject({ save: 'waiting', kept: true });
    expect(title(shelf.on.get(`${pack.slug}/one`)?.doc)).toBe('Offline');
    server.online = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(title(server.doc)).toBe('Offline');
  });

  it('a refusal is told by its code and nothing is lost', async () => {
    const server = new FakeServer(pack);
    const { store, keeper } = await open(server, new FakeShelf());
    server.refuses = 'signInFirst';
    type(store, 'Late');
    await pause();
    expect(store.getState()).toMatchObject({ save: 'refused', refusal: 'signInFirst' });
    server.refuses = null;
    await keeper.flush();
    expect(title(server.doc)).toBe('Late');
  });

  it('after a reload what was not saved is back, and is saved', async () => {
    const server = new FakeServer(pack);
    const shelf = new FakeShelf();
    const first = await open(server, shelf);
    server.online = false;
    type(first.store, 'Not lost');
    await pause();
    first.keeper.end();
    server.online = true;
    const again = await open(server, shelf, 'two');
    expect(again.takenUp).toBe(true);
    expect(draftOf(again.store.getState()).title).toBe('Not lost');
    await pause();
    expect(title(server.doc)).toBe('Not lost');
    expect(shelf.on.size).toBe(0);
  });

  it('nothing is taken up where nothing was left', async () => {
    const { takenUp, store } = await open(new FakeServer(pack), new FakeShelf());
    expect(takenUp).toBe(false);
    expect(store.getState().history.past).toEqual([]);
  });

  it('what somebody else has saved is never overwritten, however much is typed after it', async () => {
    const server = new FakeServer(pack);
    const { store } = await open(server, new FakeShelf());
    const other = await open(server, new FakeShelf(), 'other');
    type(other.store, 'Theirs');
    await pause();
    type(store, 'Mine');
    await pause();
    expect(store.getState()).toMatchObject({ save: 'conflict', theirs: { by: 'Ben', rev: 2 } });
    type(store, 'Mine, still');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(title(server.doc)).toBe('Theirs');
    expect(draftOf(store.getState()).title).toBe('Mine, still');
  });

  it('taking theirs ends it, and mine can be had back by undo as a change of theirs', async () => {
    const server = new FakeServer(pack);
    const { store, keeper } = await open(server, new FakeShelf());
    const other = await open(server, new FakeShelf(), 'other');
    type(other.store, 'Theirs');
    await pause();
    type(store, 'Mine');
    await pause();
    keeper.takeTheirs();
    expect(store.getState()).toMatchObject({ save: 'saved', theirs: null, rev: 2 });
    expect(draftOf(store.getState()).title).toBe('Theirs');
    await pause();
    expect(server.rev).toBe(2);
    undo(store);
    await pause();
    expect(title(server.doc)).toBe('Mine');
  });

  it('the same words from two windows are no conflict', async () => {
    const server = new FakeServer(pack);
    const { store } = await open(server, new FakeShelf());
    server.doc = { ...pack, title: 'Same' };
    server.rev = 9;
    type(store, 'Same');
    await pause();
    expect(store.getState()).toMatchObject({ save: 'saved', rev: 9, theirs: null });
  });

  it('unsaved words on a document that has changed meanwhile are a conflict, not a loss', async () => {
    const server = new FakeServer(pack);
    const shelf = new FakeShelf();
    await shelf.put(pack.slug, 'old', { rev: 1, doc: { ...pack, title: 'Mine' }, at: 1 });
    server.doc = { ...pack, title: 'Theirs' };
    server.rev = 2;
    const { store } = await open(server, shelf);
    await pause();
    expect(store.getState().save).toBe('conflict');
    expect(draftOf(store.getState()).title).toBe('Mine');
    expect(title(server.doc)).toBe('Theirs');
  });

  it('a copy left for a new scenario is taken up there whatever its revision', async () => {
    const server = new FakeServer(pack);
    const shelf = new FakeShelf();
    await shelf.put(pack.slug, 'one', {
      rev: null,
      doc: { ...pack, slug: 'elsewhere', title: 'Copy' },
      at: 1,
    });
    const { store } = await open(server, shelf);
    await pause();
    expect(server.doc).toMatchObject({ title: 'Copy', slug: pack.slug });
    expect(store.getState().save).toBe('saved');
  });

  it('undoing back to what is saved is saved', async () => {
    const server = new FakeServer(pack);
    const { store } = await open(server, new FakeShelf());
    type(store, 'A');
    undo(store);
    expect(store.getState().save).toBe('saved');
    await pause();
    expect(server.rev).toBe(1);
  });

  it('what is written after going elsewhere is a step of its own, however soon', async () => {
    const { store } = await open(new FakeServer(pack), new FakeShelf());
    type(store, 'A');
    type(store, 'AB');
    show(store, 'brief');
    type(store, 'ABC');
    undo(store);
    expect(draftOf(store.getState()).title).toBe('AB');
    undo(store);
    expect(draftOf(store.getState()).title).toBe(pack.title);
  });

  it('storage that the browser refuses is told, and the server still gets everything', async () => {
    const server = new FakeServer(pack);
    const refuses = () => Promise.reject(new DOMException('no storage', 'SecurityError'));
    const { store } = await open(server, { newest: refuses, put: refuses, drop: refuses });
    type(store, 'A');
    await vi.advanceTimersByTimeAsync(100);
    expect(store.getState().kept).toBe(false);
    await pause();
    expect(title(server.doc)).toBe('A');
  });
});
