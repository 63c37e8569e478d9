import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft } from '@/core/contract/wire';

/** What is being written to one recipient. */
export interface Writing {
  threadId: string | null;
  inReplyTo: string | null;
  subject: string;
  text: string;
  asks: string[];
  details: string[];
  followUpMin: number | null;
  /** Revision of the server's draft that this goes on from. */
  rev: number;
  /** Changed since the server last took it. */
  dirty: boolean;
  /** What another tab or device wrote at the same time. */
  other: string | null;
}

export const blank: Writing = {
  threadId: null,
  inReplyTo: null,
  subject: '',
  text: '',
  asks: [],
  details: [],
  followUpMin: null,
  rev: 0,
  dirty: false,
  other: null,
};

export const hasContent = (w: Writing): boolean =>
  w.text.trim() !== '' || w.subject.trim() !== '' || w.asks.length > 0 || w.details.length > 0;

/** What is being written, by recipient. */
export interface ComposerState {
  by: Record<string, Writing>;
}
export type ComposerStore = StoreApi<ComposerState>;

export const writingOf = (state: ComposerState, contact: string): Writing => state.by[contact] ?? blank;

/** Begins from the server's drafts; what this device still has to save wins over an equal or older revision. */
export function createComposer(drafts: readonly Draft[]): ComposerStore {
  return createStore<ComposerState>(() => ({
    by: Object.fromEntries(drafts.map((d) => [d.conversation, fromDraft(d)])),
  }));
}

export const fromDraft = (d: Draft): Writing => ({
  ...blank,
  threadId: d.threadId,
  subject: d.subject,
  text: d.text,
  asks: d.asks,
  details: d.details,
  rev: d.rev,
  other: d.other,
});

export function write(store: ComposerStore, contact: string, change: Partial<Writing>): void {
  store.setState((s) => ({ by: { ...s.by, [contact]: { ...writingOf(s, contact), ...change } } }));
}

/** A change by the person: to be saved. */
export const edit = (store: ComposerStore, contact: string, change: Partial<Writing>): void =>
  write(store, contact, { ...change, dirty: true });

/** Sent or thrown away: empty, and the emptiness is to be saved. */
export const clear = (store: ComposerStore, contact: string): void =>
  store.setState((s) => ({
    by: { ...s.by, [contact]: { ...blank, rev: writingOf(s, contact).rev, dirty: true } },
  }));
