import { describe, expect, it } from 'vitest';
import { createEditor, draftOf, edit, fold, show, undo } from '@/app/_features/edit/editorStore';
import { recall, remember, restoreHistory, restorePlace, watchPlace } from '@/app/_features/edit/keep/recall';
import { readDraft } from '@/core/contract/draft';
import { MemoryStorage } from '../../support/memoryStorage';
import { packFile } from '../../support/packFiles';

const opened = (doc: unknown = packFile('launch-week')) => {
  const { draft } = readDraft(doc);
  return createEditor({
    slug: 'fair',
    draft: { ...draft, slug: 'fair' },
    rev: 1,
    savedAt: null,
    published: null,
    asPublished: false,
    audience: 'private',
    samples: new Map(),
  });
};

/** An editor that was left at its second request, after two changes of which one was taken back. */
function left(tab: Storage) {
  const store = opened();
  edit(store, (d) => ({ ...d, title: 'One' }));
  edit(store, (d) => ({ ...d, title: 'Two' }));
  undo(store);
  show(store, 'requests', draftOf(store.getState()).requests[1]?.id);
  fold(store, 'request', true);
  remember(tab, store.getState());
  return store.getState();
}

describe('coming back to the editor', () => {
  it('is at the section, the items and the disclosures that were left', () => {
    const tab = new MemoryStorage();
    const before = left(tab);
    const store = opened();
    restorePlace(store, recall(tab, 'fair'), '');
    const { section, open, folds } = store.getState();
    expect({ section, open, folds }).toEqual({
      section: 'requests',
      open: before.open,
      folds: { request: true },
    });
  });

  it('what can be taken back still can, and what was taken back can be done again', () => {
    const tab = new MemoryStorage();
    const before = left(tab);
    const store = opened(before.history.now);
    const kept = recall(tab, 'fair');
    if (!kept) throw new Error('nothing kept');
    restoreHistory(store, kept);
    const { history } = store.getState();
    expect(history.future.map((d) => d.title)).toEqual(['Two']);
    undo(store);
    expect(draftOf(store.getState()).title).toBe(before.history.past[0]?.title);
  });

  it('steps that lead to another document than the one that is open are left out', () => {
    const tab = new MemoryStorage();
    left(tab);
    const store = opened({ ...packFile('launch-week'), title: 'Somebody else was here' });
    const kept = recall(tab, 'fair');
    if (!kept) throw new Error('nothing kept');
    restoreHistory(store, kept);
    expect(store.getState().history.past).toEqual([]);
    expect(store.getState().history.future).toEqual([]);
  });

  it('the newest steps are kept, as many as fit into a tab', () => {
    const tab = new MemoryStorage();
    const store = opened();
    const long = 'x'.repeat(300_000);
    for (let i = 0; i < 20; i++)
      edit(store, (d) => ({ ...d, title: `${i}`, brief: { ...d.brief, story: long } }));
    remember(tab, store.getState());
    const titles = (recall(tab, 'fair')?.past ?? []).map((doc) => readDraft(doc).draft.title);
    expect(titles.at(-1)).toBe('18');
    expect(titles.length).toBeGreaterThan(2);
    expect(titles.length).toBeLessThan(8);
  });

  it('a tab that is full keeps nothing rather than something half', () => {
    const tab = new MemoryStorage(50_000);
    const store = opened();
    remember(tab, store.getState());
    expect(recall(tab, 'fair')).not.toBeNull();
    edit(store, (d) => ({ ...d, brief: { ...d.brief, story: 'x'.repeat(60_000) } }));
    remember(tab, store.getState());
    expect(recall(tab, 'fair')).toBeNull();
  });

  it('what a tab keeps of something else, or spoilt, is nothing', () => {
    const tab = new MemoryStorage();
    left(tab);
    expect(recall(tab, 'other')).toBeNull();
    tab.setItem('editor-fair', '{"section":"nowhere"');
    expect(recall(tab, 'fair')).toBeNull();
    tab.setItem('editor-fair', '{"section":"brief"}');
    expect(recall(tab, 'fair')).toBeNull();
  });
});

describe('the place in the address', () => {
  it('is written as one goes, and leads there from anywhere', () => {
    const store = opened();
    const written: string[] = [];
    watchPlace(store, (address) => written.push(address));
    const id = draftOf(store.getState()).recipients[2]?.id ?? '';
    show(store, 'recipients', id);
    edit(store, (d) => ({ ...d, title: 'Typing is no going' }));
    show(store, 'teaching');
    expect(written).toEqual([`#recipients/${id}`, '#teaching']);
    const other = opened();
    restorePlace(other, null, written[0] ?? '');
    expect(other.getState()).toMatchObject({ section: 'recipients', open: { recipients: id } });
  });

  it('goes before what the tab keeps, and says nothing where it is no place', () => {
    const tab = new MemoryStorage();
    left(tab);
    const store = opened();
    restorePlace(store, recall(tab, 'fair'), '#desk');
    expect(store.getState().section).toBe('desk');
    restorePlace(store, recall(tab, 'fair'), '#nowhere/at-all');
    expect(store.getState().section).toBe('requests');
  });
});
