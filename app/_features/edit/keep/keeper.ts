import { type Draft, readDraft } from '@/core/contract/draft';
import { draftOf, type EditorStore, replace, type Stored } from '../editorStore';
import { isSame } from '../model/same';
import { type Save, send, storedIn } from './server';
import type { Shelf, Unsaved } from './shelf';

const pauseMs = 700;
const firstRetryMs = 2_000;
const lastRetryMs = 30_000;

/**
 * Keeps what is written: at once on this device, and on the server once the writer pauses. What the server cannot take now is
 * tried again; what somebody else has changed meanwhile is never overwritten.
 */
export class Keeper {
  private onServer: Draft;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = firstRetryMs;
  private sending = false;
  private shelving: Promise<void> | null = null;
  private shelved: Draft | null = null;
  private stop: (() => void) | null = null;
  /** Tells windows of one browser apart, over reloads. */
  private window = '';

  constructor(
    private readonly store: EditorStore,
    private readonly save: Save,
    private readonly shelf: Shelf,
  ) {
    this.onServer = draftOf(store.getState());
  }

  /** Takes up what this device has and the server has not, then watches. Resolves with whether something was taken up. */
  async begin(window: string): Promise<boolean> {
    this.window = window;
    const { slug } = this.store.getState();
    this.stop = this.store.subscribe((s, before) => {
      if (s.history.now !== before.history.now) this.changed();
    });
    const found = await this.shelf.newest(slug).catch(() => null);
    return found !== null && this.takeUp(found.window, found.unsaved);
  }

  end(): void {
    clearTimeout(this.timer);
    this.stop?.();
  }

  private async takeUp(window: string, { rev, doc }: Unsaved): Promise<boolean> {
    const { slug, rev: now, savedAt } = this.store.getState();
    if (window !== this.window) await this.shelf.drop(slug, window).catch(() => undefined);
    const { draft } = readDraft(doc);
    if (isSame(draft, this.onServer)) {
      await this.shelf.drop(slug, window).catch(() => undefined);
      return false;
    }
    const server: Stored = { rev: now, doc: this.onServer, by: null, savedAt };
    replace(this.store, { ...draft, slug });
    if (rev !== null && rev !== now) this.store.setState({ save: 'conflict', theirs: server });
    return true;
  }

  private changed(): void {
    const state = this.store.getState();
    if (draftOf(state) === this.onServer) {
      if (state.save === 'changed') this.store.setState({ save: 'saved' });
    } else if (state.save === 'saved') this.store.setState({ save: 'changed' });
    this.keepHere();
    if (this.store.getState().save !== 'conflict') this.soon(pauseMs);
  }

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  /** One write at a time, always of the newest state. */
  private keepHere(): void {
    this.shelving ??= this.shelve().finally(() => {
      this.shelving = null;
    });
  }

  private async shelve(): Promise<void> {
    const { slug } = this.store.getState();
    for (;;) {
      const state = this.store.getState();
      const draft = draftOf(state);
      if (this.shelved === draft) return;
      this.shelved = draft;
      const writing =
        draft === this.onServer
          ? this.shelf.drop(slug, this.window)
          : this.shelf.put(slug, this.window, { rev: state.rev, doc: draft, at: Date.now() });
      const kept = await writing.then(
        () => true,
        () => false,
      );
      this.store.setState({ kept });
    }
  }

  /** Tries to save now, for instance because there is a connection again. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    const { save, slug, rev, history } = this.store.getState();
    const draft = history.now;
    if (this.sending || save === 'conflict') return;
    if (draft === this.onServer) return this.store.setState({ save: 'saved', refusal: null });
    this.sending = true;
    this.store.setState({ save: 'saving' });
    const answer = await this.save(slug, rev, draft);
    this.sending = false;
    switch (answer.kind) {
      case 'saved':
        return this.saved(draft, answer.rev, answer.savedAt);
      case 'changed':
        return this.met(answer.theirs);
      case 'refused':
        return this.store.setState({ save: 'refused', refusal: answer.code });
      case 'later':
        this.store.setState({ save: 'waiting' });
        this.soon(this.retryMs);
        this.retryMs = Math.min(this.retryMs * 2, lastRetryMs);
    }
  }

  private saved(draft: Draft, rev: number, savedAt: number): void {
    this.onServer = draft;
    this.retryMs = firstRetryMs;
    const more = draftOf(this.store.getState()) !== draft;
    this.store.setState({ save: more ? 'changed' : 'saved', refusal: null, rev, savedAt });
    // Written anew even if nothing changed: what lies on this device goes on from another state now, or is not needed.
    this.shelved = null;
    this.keepHere();
    if (more) this.soon(pauseMs);
  }

  /** Somebody else has saved. The same words are no conflict. */
  private met(theirs: Stored): void {
    const { draft } = readDraft(theirs.doc);
    const mine = draftOf(this.store.getState());
    if (isSame(draft, mine)) return this.saved(mine, theirs.rev, theirs.savedAt ?? Date.now());
    this.store.setState({ save: 'conflict', theirs });
  }

  /** Ends a conflict with their document; one's own can be had back by undo. */
  takeTheirs(): void {
    const { theirs, slug } = this.store.getState();
    if (!theirs) return;
    const draft = { ...readDraft(theirs.doc).draft, slug };
    this.onServer = draft;
    this.store.setState({ rev: theirs.rev, savedAt: theirs.savedAt, save: 'saved', theirs: null });
    replace(this.store, draft);
  }

  /**
   * Puts one's own document into a new scenario and goes there: it waits on this device, and is taken up as soon as that is opened.
   * False where no new scenario could be made.
   */
  async keepAsCopy(): Promise<boolean> {
    const { slug: from, history } = this.store.getState();
    const title = history.now.title.slice(0, 80);
    const { body } = await send('POST', '/api/scenarios', { from, title });
    const slug = typeof body.go === 'string' ? body.go.split('/').at(-1) : undefined;
    if (slug === undefined) return false;
    const left = await this.shelf
      .put(slug, this.window, { rev: null, doc: history.now, at: Date.now() })
      .then(
        () => this.shelf.drop(from, this.window).then(() => true),
        () => false,
      );
    if (left) location.assign(`/edit/${slug}`);
    return left;
  }

  /** Saves what is not saved yet; false where that is not possible now. */
  private async settled(): Promise<boolean> {
    for (let tries = 0; tries < 3 && this.store.getState().save !== 'saved'; tries++) {
      if (this.sending) await new Promise((resolve) => setTimeout(resolve, 100));
      else await this.flush();
    }
    return this.store.getState().save === 'saved';
  }

  /** Makes a version of the newest state. */
  async publish(): Promise<{ kind: 'published'; version: number } | { kind: 'faults' } | { kind: 'failed' }> {
    if (!(await this.settled())) return { kind: 'failed' };
    const { slug, rev, history } = this.store.getState();
    const { status, body } = await send('POST', `/api/scenarios/${slug}/publish`, { rev });
    if (status === 422) return { kind: 'faults' };
    if (status === 409) this.store.setState({ save: 'conflict', theirs: storedIn(body) });
    if (status !== 200 || typeof body.version !== 'number') return { kind: 'failed' };
    this.store.setState({ published: body.version, publishedDoc: history.now });
    return { kind: 'published', version: body.version };
  }

  /** Begins a run of the newest state for the author alone; the seat it is played from, or null. */
  async preview(mode: string, fromMin: number): Promise<string | null> {
    if (!(await this.settled())) return null;
    const { slug, rev } = this.store.getState();
    const { body } = await send('POST', `/api/scenarios/${slug}/preview`, { rev, mode, fromMin });
    return typeof body.seat === 'string' ? body.seat : null;
  }
}
