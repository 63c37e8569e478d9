'use client';

import { type RefObject, useEffect } from 'react';

/** How far above the end somebody may have scrolled and still be taken along. */
const nearPx = 120;

/** Keeps the newest mail in sight: on opening a conversation, and while its reader stays near the end. */
export function useNewestShown(box: RefObject<HTMLDivElement | null>, contact: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins at its end again.
  useEffect(() => {
    const element = box.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return;
    let stays = true;
    const follow = () => {
      if (stays) element.scrollTop = element.scrollHeight;
    };
    const scrolled = () => {
      stays = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(inner);
    sizes.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    follow();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box, contact]);
}
