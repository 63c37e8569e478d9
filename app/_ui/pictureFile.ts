import { download } from './download';
import { fontFaces } from './pictureFont';

const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
];
const sharpness = 2;
const margin = 16;
/** The page's own typeface where it can be carried along, else what the reader's machine has. */
const family = "MeanwhileInter, Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** The picture of a figure as one file that stands alone: its parts side by side, styles and typeface written into it, on its own ground. */
async function standalone(figure: Element): Promise<Picture | null> {
  const named = [...figure.querySelectorAll<SVGSVGElement>('svg[data-part="names"], svg[data-part="plot"]')];
  const first = figure.querySelector('svg');
  const parts = named.length > 0 ? named : first ? [first] : [];
  if (parts.length === 0) return null;
  let x = margin;
  let height = 0;
  const copies = parts.map((part) => {
    const { width, height: tall } = part.viewBox.baseVal;
    const copy = plain(part);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(margin));
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(tall));
    x += width;
    height = Math.max(height, tall);
    return new XMLSerializer().serializeToString(copy);
  });
  const size = { width: Math.ceil(x + margin), height: Math.ceil(height + 2 * margin) };
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${family}">`,
    `<style>${await fontFaces('MeanwhileInter')}</style>`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    ...copies,
    '</svg>',
  ].join('');
  return { svg, ...size };
}

/** A copy in which what the style sheets say stands at each element. */
function plain(svg: SVGSVGElement): Element {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('the copy of an svg is an svg');
  const originals = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      if (value) element.setAttribute(look, value.replaceAll('"', "'"));
    }
    element.removeAttribute('class');
  });
  for (const passing of copy.querySelectorAll('[data-transient]')) passing.remove();
  for (const name of ['class', 'style', 'role', 'aria-label', 'aria-hidden']) copy.removeAttribute(name);
  return copy;
}

export async function saveSvg(figure: Element, name: string): Promise<void> {
  const picture = await standalone(figure);
  if (picture) download(new Blob([picture.svg], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** The same picture in dots, twice as many as it has units. */
export async function savePng(figure: Element, name: string): Promise<void> {
  const picture = await standalone(figure);
  if (!picture) return;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * sharpness;
  canvas.height = picture.height * sharpness;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(blob, `${name}.png`), 'image/png');
}
