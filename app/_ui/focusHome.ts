/** What focus falls back to when what held it went away: the nearest of these around it. */
const homes = 'article, li, tr, [role="log"], section, form, dialog, main';

/** An element and everything it stands in, from the inside out. */
export function around(element: Element | null): Element[] {
  const line: Element[] = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) line.push(at);
  return line;
}

export const usable = (element: Element): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

/** Puts the focus on the first of them, where that can still have it, else on the nearest home around it, else on the page's main part. */
export function focusBack([own, ...rest]: readonly Element[]): void {
  if (own && usable(own)) return focusOn(own);
  focusOn(rest.find((e) => usable(e) && e.matches(homes)) ?? document.querySelector('main'));
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
