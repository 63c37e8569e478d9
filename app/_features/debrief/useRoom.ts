import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Room {
  box: RefObject<HTMLElement | null>;
  /** Width for the plot and for the names, in units of the drawing. */
  room: number;
  names: number;
  /** Pixels per unit: more on a wide screen, which is read from farther away. */
  scale: number;
}

/** What the server draws for, until the real width is known. */
const assumed = 1_112;
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
  const scale = Math.min(1.6, Math.max(1, width / comfortable));
  const names = width < phone ? 88 : 142;
  return { box, scale, names, room: Math.floor(width / scale) - names };
}
