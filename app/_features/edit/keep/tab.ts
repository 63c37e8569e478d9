import { tabStorage } from '../../../_ui/tabStorage';

const item = 'meanwhile-window';

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
