/** What this tab keeps over reloads; null where the browser keeps nothing: it throws at the first touch then. */
export function tabStorage(): Storage | null {
  try {
    sessionStorage.getItem('');
    return sessionStorage;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}
