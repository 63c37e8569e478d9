import { z } from 'zod';
import { policyNames } from '@/core/contract/policy';
import { keepsTabDrafts, tabFindings } from '../../_ui/tabDrafts';
import { tabStorage } from '../../_ui/tabStorage';
import type { Found, Simulating } from './simulating';

const known = z.number().nullable();
const difference = z.object({
  n: z.number(),
  censored: z.number(),
  neither: z.number(),
  mean: known,
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  median: known,
  medianCi95: z.tuple([known, known]).nullable(),
  smaller: z.number(),
  same: z.number(),
  larger: z.number(),
});
const foundSchema: z.ZodType<Found> = z.object({
  of: z.string(),
  findings: z.object({
    policies: z.array(
      z.object({
        policy: z.enum(policyNames),
        outcome: z.object({
          n: z.number(),
          time: known,
          interval: z.tuple([z.number(), known]).nullable(),
          finished: z.number(),
          finishedInterval: z.tuple([z.number(), z.number()]),
          realMs: z.number(),
        }),
        hardest: z
          .object({ request: z.string(), title: z.string(), median: known, answered: z.number() })
          .nullable(),
      }),
    ),
    separation: z
      .object({
        completionTime: difference,
        sooner: z.enum(['mail', 'call']).nullable(),
        deskDone: difference,
      })
      .nullable(),
  }),
});

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
    return foundSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
