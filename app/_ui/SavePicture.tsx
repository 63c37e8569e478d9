'use client';

import { useRef } from 'react';
import { buttonClass } from './buttonClass';
import { download } from './download';
import { savePng, saveSvg } from './pictureFile';

interface Props {
  name: string;
  svg: string;
  png: string;
  /** What the picture shows, as comma-separated values. */
  table?: { label: string; text: () => string };
}

/** Saves the picture of the figure these buttons stand in. */
export function SavePicture({ name, svg, png, table }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  const save = (as: (figure: Element, name: string) => Promise<void>) => () => {
    const figure = here.current?.closest('figure');
    if (figure) void as(figure, name);
  };
  const link = buttonClass('link', 'sm', '!px-0');
  return (
    <span ref={here} className="inline-flex gap-4">
      <button type="button" onClick={save(saveSvg)} className={link}>
        {svg}
      </button>
      <button type="button" onClick={save(savePng)} className={link}>
        {png}
      </button>
      {table && (
        <button
          type="button"
          onClick={() =>
            download(new Blob([table.text()], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
          }
          className={link}
        >
          {table.label}
        </button>
      )}
    </span>
  );
}
