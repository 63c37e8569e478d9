'use client';

import { useEffect } from 'react';

/** What focus falls back to when what held it went away: the nearest of these around it. */
const homes = 'article, li, [role="log"], section, form, dialog, main';

/**
 * Focus is never lost: when the focused control is taken away or switched off by what it did (Undo, Start, an answered
 * card), focus moves to what stood around it, so that the next Tab goes on from there.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: Element[] = [];
    const took = (event: FocusEvent) => {
      around = event.target instanceof Element ? lineOf(event.target) : [];
    };
    const look = () => {
      const [last] = around;
      if (!last || document.activeElement !== document.body || usable(last)) return;
      const home = around.find((e) => e !== last && usable(e) && e.matches(homes));
      around = [];
      focusOn(home ?? document.querySelector('main'));
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', took);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', took);
    };
  }, []);
}

const usable = (element: Element): boolean => element.isConnected && !element.matches(':disabled');

function lineOf(element: Element): Element[] {
  const line: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) line.push(at);
  return line;
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
