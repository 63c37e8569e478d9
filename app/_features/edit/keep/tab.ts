const item = 'meanwhile-window';

/** What this tab keeps over reloads; null where the browser keeps nothing: it throws at the first touch then. */
export function tabStorage(): Storage | null {
  try {
    sessionStorage.getItem(item);
    return sessionStorage;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

/** A name of this window that lasts over reloads; a new one each time where the tab keeps nothing or refuses to keep it. */
export function windowName(tab: Storage | null = tabStorage()): string {
  const made = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const known = tab?.getItem(item) ?? null;
  if (known !== null) return known;
  try {
    tab?.setItem(item, made);
  } catch (error) {
    // Full, or readable only: the editor goes on under a name that a reload does not know.
    if (!(error instanceof DOMException)) throw error;
  }
  return made;
}
