import { describe, expect, it } from 'vitest';
import {
  createSpeech,
  hasSpeech,
  keepSpeech,
  prepare,
  silent,
  speechTo,
  toggled,
} from '@/app/_features/play/call/speechStore';

/** Storage of a browser tab. */
function tab(initial: Record<string, string> = {}) {
  const held = new Map(Object.entries(initial));
  const storage: Storage = {
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    key: (i) => [...held.keys()][i] ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => void held.set(key, value),
  };
  return storage;
}

const blocked: Storage = {
  ...tab(),
  getItem: () => {
    throw new Error('no storage here');
  },
  setItem: () => {
    throw new Error('no storage here');
  },
};

describe('what is about to be said', () => {
  it('is kept apart for each recipient', () => {
    const store = createSpeech();
    prepare(store, 'ada', { text: 'The bridge?' });
    prepare(store, 'ada', { asks: toggled([], 'bridge') });
    expect(speechTo(store.getState(), 'ada')).toEqual({ text: 'The bridge?', asks: ['bridge'], details: [] });
    expect(speechTo(store.getState(), 'bo')).toEqual(silent);
    expect(toggled(['bridge', 'budget'], 'bridge')).toEqual(['budget']);
  });

  it('counts as something with words, a request or a detail, not with spaces', () => {
    expect([silent, { ...silent, text: '  ' }].map(hasSpeech)).toEqual([false, false]);
    const full = [
      { ...silent, text: 'a' },
      { ...silent, asks: ['a'] },
      { ...silent, details: ['a'] },
    ];
    expect(full.every(hasSpeech)).toBe(true);
  });

  it('survives a reload of the tab, in its own run only', () => {
    const storage = tab();
    const before = createSpeech();
    keepSpeech('run1', before, storage);
    prepare(before, 'ada', { text: 'About the bri', details: ['budget'] });
    const after = createSpeech();
    keepSpeech('run1', after, storage);
    expect(speechTo(after.getState(), 'ada')).toEqual({
      text: 'About the bri',
      asks: [],
      details: ['budget'],
    });
    const other = createSpeech();
    keepSpeech('run2', other, storage);
    expect(other.getState().by).toEqual({});
  });

  it('begins with nothing where what is held cannot be read, or nothing can be', () => {
    for (const held of ['{', 'null', '7', '{"ada":7}', '{"ada":{"text":1,"asks":"x","details":[1,"ok"]}}']) {
      const store = createSpeech();
      keepSpeech('r', store, tab({ 'meanwhile.speech.r': held }));
      expect(speechTo(store.getState(), 'ada').text).toBe('');
    }
    const store = createSpeech();
    keepSpeech('r', store, blocked);
    prepare(store, 'ada', { text: 'still here' });
    expect(speechTo(store.getState(), 'ada').text).toBe('still here');
  });
});
