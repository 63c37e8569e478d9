import { expect, test } from 'vitest';
import { forgetTabDrafts, keepsTabDrafts, tabDraft, tabFindings } from '@/app/_ui/tabDrafts';
import { MemoryStorage } from '../support/memoryStorage';

test('whoever signs out leaves no document of an editor in the tab, and nothing else is removed', () => {
  const tab = new MemoryStorage();
  for (const name of [tabDraft('fair'), 'meanwhile-window', tabFindings('fair'), tabDraft('ward')])
    tab.setItem(name, 'kept');
  expect(keepsTabDrafts()).toBe(true);
  forgetTabDrafts(tab);
  expect([0, 1].map((n) => tab.key(n))).toEqual(['meanwhile-window', null]);
  expect(keepsTabDrafts()).toBe(false);
});
