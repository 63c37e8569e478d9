import type { Connection } from '../../_lib/connection';
import {
  blank,
  type ComposerStore,
  fromDraft,
  hasContent,
  type Writing,
  write,
  writingOf,
} from './composerStore';

const quietMs = 800;

/**
 * Keeps what is written: at once on this device, and on the server once the writer pauses. Returns how to stop.
 * Two writers at once: the server keeps both texts and the later one shows the other.
 */
export function keepDrafts(
  run: string,
  composer: ComposerStore,
  connection: Connection,
  storage: Storage | null,
): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const save = async (contact: string) => {
    const w = writingOf(composer.getState(), contact);
    if (!w.dirty || connection.store.getState().link !== 'online') return;
    const reply = await connection.send('draft.save', {
      conversation: contact,
      ...(w.threadId ? { threadId: w.threadId } : {}),
      subject: w.subject,
      text: w.text,
      asks: w.asks,
      details: w.details,
      rev: w.rev,
    });
    if (!reply?.ok) return;
    const now = writingOf(composer.getState(), contact);
    write(composer, contact, { rev: reply.draft.rev, other: reply.draft.other, dirty: !sameWords(now, w) });
  };
  const soon = (contact: string) => {
    clearTimeout(timers.get(contact));
    timers.set(
      contact,
      setTimeout(() => void save(contact), quietMs),
    );
  };
  restore(run, composer, storage);
  const stopComposer = composer.subscribe((s, before) => {
    for (const [contact, w] of Object.entries(s.by)) {
      if (w === before.by[contact] || !w.dirty) continue;
      soon(contact);
    }
    keepHere(run, s.by, storage);
  });
  const stopStore = connection.store.subscribe((s, before) => {
    if (s.link === 'online' && before.link !== 'online')
      for (const contact of Object.keys(composer.getState().by)) soon(contact);
    if (s.drafts === before.drafts) return;
    for (const draft of Object.values(s.drafts)) {
      const w = writingOf(composer.getState(), draft.conversation);
      if (draft.rev > w.rev && !w.dirty) write(composer, draft.conversation, fromDraft(draft));
    }
  });
  return () => {
    stopComposer();
    stopStore();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

const sameWords = (a: Writing, b: Writing): boolean =>
  a.subject === b.subject &&
  a.text === b.text &&
  a.threadId === b.threadId &&
  a.asks === b.asks &&
  a.details === b.details;

const key = (run: string): string => `meanwhile.drafts.${run}`;

/** What the server has not taken yet survives a reload on this device. */
function keepHere(run: string, by: Record<string, Writing>, storage: Storage | null): void {
  try {
    const unsaved = Object.entries(by).filter(([, w]) => w.dirty);
    if (unsaved.length === 0) storage?.removeItem(key(run));
    else storage?.setItem(key(run), JSON.stringify(Object.fromEntries(unsaved)));
  } catch {
    // Storage is blocked or full: the server's copy is the one that lasts.
  }
}

function restore(run: string, composer: ComposerStore, storage: Storage | null): void {
  try {
    const held: unknown = JSON.parse(storage?.getItem(key(run)) ?? 'null');
    if (typeof held !== 'object' || held === null) return;
    for (const [contact, w] of Object.entries(held)) {
      const mine: Writing = { ...blank, ...(w as Partial<Writing>), dirty: true };
      if (hasContent(mine) || writingOf(composer.getState(), contact).rev <= mine.rev)
        write(composer, contact, mine);
    }
  } catch {
    // Unreadable or blocked: begin from the server's drafts.
  }
}
