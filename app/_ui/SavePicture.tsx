'use client';

import { useRef } from 'react';
import { buttonClass } from './buttonClass';
import { savePng, saveSvg } from './pictureFile';

/** Saves the picture of the figure these buttons stand in. */
export function SavePicture({ name, svg, png }: { name: string; svg: string; png: string }) {
  const here = useRef<HTMLSpanElement>(null);
  const picture = () => here.current?.closest('figure')?.querySelector('svg') ?? null;
  const save = (as: (picture: SVGSVGElement, name: string) => unknown) => () => {
    const found = picture();
    if (found) void as(found, name);
  };
  return (
    <span ref={here} className="inline-flex gap-4">
      <button type="button" onClick={save(saveSvg)} className={buttonClass('link', 'sm', '!px-0')}>
        {svg}
      </button>
      <button type="button" onClick={save(savePng)} className={buttonClass('link', 'sm', '!px-0')}>
        {png}
      </button>
    </span>
  );
}
