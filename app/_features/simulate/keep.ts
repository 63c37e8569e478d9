import { simulationTabSchema } from '@/core/contract/simulationTab';
import { keepsTabDrafts, tabFindings } from '../../_ui/tabDrafts';
import { tabStorage } from '../../_ui/tabStorage';
import type { Found, Simulating } from './simulating';

/** Keeps in this tab what is found of a scenario, and takes up what was: a trial run leaves the page. Returns how to stop. */
export function keepInTab(simulating: Simulating, slug: string, tab = tabStorage()): () => void {
  if (!tab) return () => undefined;
  const before = recalled(tab.getItem(tabFindings(slug)));
  if (before) simulating.restore(before);
  return simulating.store.subscribe(({ found }, { found: last }) => {
    if (found === last || !keepsTabDrafts()) return;
    try {
      if (found) tab.setItem(tabFindings(slug), JSON.stringify(found));
      else tab.removeItem(tabFindings(slug));
    } catch (error) {
      // A full tab keeps nothing of it: it can be simulated again.
      if (!(error instanceof DOMException)) throw error;
      tab.removeItem(tabFindings(slug));
    }
  });
}

function recalled(text: string | null): Found | null {
  if (text === null) return null;
  try {
    return simulationTabSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
