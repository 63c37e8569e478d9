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

/** A name of this window that lasts over reloads; a new one each time where the browser keeps nothing. */
export function windowName(): string {
  const made = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const tab = tabStorage();
  const known = tab?.getItem(item) ?? null;
  if (known !== null) return known;
  tab?.setItem(item, made);
  return made;
}
