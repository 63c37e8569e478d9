import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Room {
  box: RefObject<HTMLElement | null>;
  /** Width for the plot and for the names, in units of the drawing. */
  room: number;
  names: number;
  /** Pixels per unit: more on a wide screen, which is read from farther away. */
  scale: number;
  /** It goes on paper now: as wide as the sheet, whatever the window is. */
  printing: boolean;
}

/** What the server draws for, until the real width is known. */
const assumed = 1_112;
/** The width of a sheet without its margins, on which letters stay readable. */
const sheet = 700;
const phone = 640;
const comfortable = 1_120;

/** Measures the box a drawing has, and again whenever it changes. */
export function useRoom(): Room {
  const box = useRef<HTMLElement | null>(null);
  const [width, setWidth] = useState(assumed);
  useLayoutEffect(() => {
    const part = box.current;
    if (!part) return;
    const measure = () => part.clientWidth > 0 && setWidth(part.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(part);
    return () => watch.disconnect();
  }, []);
  const printing = usePrinting();
  const wide = printing ? sheet : width;
  const scale = Math.min(1.6, Math.max(1, wide / comfortable));
  const names = wide < phone ? 88 : wide < comfortable / 1.3 ? 112 : 142;
  return { box, scale, names, room: Math.floor(wide / scale) - names, printing };
}

/** Whether the page is being printed; the drawing is made anew before the printer sees it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
