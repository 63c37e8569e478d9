'use client';

import { useEffect } from 'react';
import { around, focusBack, usable } from './focusHome';

/**
 * Focus is never lost: when the focused control is taken away or switched off by what it did (Undo, Start, an answered
 * card), focus moves to what stood around it, so that the next Tab goes on from there.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let line: Element[] = [];
    const took = (event: FocusEvent) => {
      line = event.target instanceof Element ? around(event.target) : [];
    };
    const look = () => {
      const [last] = line;
      if (!last || document.activeElement !== document.body || usable(last)) return;
      focusBack(line);
      line = [];
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
