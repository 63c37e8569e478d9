const item = 'meanwhile-window';

/** A name of this window that lasts over reloads; a new one each time where the browser keeps nothing. */
export function windowName(): string {
  const made = crypto.getRandomValues(new Uint32Array(2)).join('-');
  try {
    const known = sessionStorage.getItem(item);
    if (known !== null) return known;
    sessionStorage.setItem(item, made);
  } catch (error) {
    // Storage that is switched off throws at the first touch; anything else is a fault.
    if (!(error instanceof DOMException)) throw error;
  }
  return made;
}
