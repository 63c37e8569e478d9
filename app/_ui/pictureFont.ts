/** The page's typeface as `@font-face` rules that need no network, under the given name; empty where it cannot be had. */
export async function fontFaces(name: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const latin = rules.find((rule) => /U\+0?0?0?0-/i.test(rule.style.getPropertyValue('unicode-range')));
  const address = /url\(["']?([^"')]+)/.exec(latin?.style.getPropertyValue('src') ?? '')?.[1];
  if (!address) return '';
  try {
    const file = await (await fetch(new URL(address, latin?.parentStyleSheet?.href ?? location.href))).blob();
    return `@font-face{font-family:${name};font-weight:100 900;src:url(${await dataUrl(file)}) format("woff2")}`;
  } catch {
    return '';
  }
}

/** Rules of a sheet of our own; others may not be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

const dataUrl = (file: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(new Error('the typeface cannot be read'));
    reader.readAsDataURL(file);
  });
