import type { Settings } from './uiStore';

const key = 'meanwhile.settings';

/** Settings of this device; what is not stored, or not readable, stays as it is. */
export function storedSettings(fallback: Settings): Settings {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof held !== 'object' || held === null) return fallback;
    const flag = (name: keyof Settings) =>
      name in held ? (held as Record<string, unknown>)[name] === true : fallback[name];
    return {
      sound: flag('sound'),
      speech: flag('speech'),
      notify: flag('notify'),
      singleKeys: flag('singleKeys'),
    };
  } catch {
    return fallback;
  }
}

/** Kept if the browser lets us; otherwise they last as long as the page. */
export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Storage is blocked: nothing to do, the page goes on with what it holds.
  }
}
