'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** How far above the end somebody may have scrolled and still be taken along. */
const nearPx = 120;

/**
 * Keeps the newest mail in sight: on opening a conversation, while its reader stays near the end, and whenever `mine`
 * grows, the number of mails they wrote here themselves.
 */
export function useNewestShown(box: RefObject<HTMLDivElement | null>, contact: string, mine: number): void {
  const stays = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins at its end again.
  useEffect(() => {
    const element = box.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return;
    stays.current = true;
    let top = 0;
    const follow = () => {
      if (stays.current) element.scrollTop = element.scrollHeight;
    };
    const scrolled = () => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      // Mail that grows below is no scrolling up: only the reader leaves the end.
      if (near) stays.current = true;
      else if (element.scrollTop < top) stays.current = false;
      top = element.scrollTop;
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
  const before = useRef(mine);
  useEffect(() => {
    const more = mine > before.current;
    before.current = mine;
    if (!more) return;
    stays.current = true;
    // After the layout that the new mail brings: asking for the height now would make a second one.
    const frame = requestAnimationFrame(() => {
      if (box.current) box.current.scrollTop = box.current.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [box, mine]);
}
