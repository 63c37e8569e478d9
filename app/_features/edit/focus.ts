/** Calls back once what was changed is drawn. */
function onceDrawn(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

function focusOn(ids: readonly string[]): HTMLElement | undefined {
  const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
  return found;
}

/** Puts the focus on an element by its id, or on the first of several that is there, once what was changed is drawn. */
export const focusSoon = (...ids: string[]): void => onceDrawn(() => focusOn(ids));

/** The same for a field of something new: its usual text is written over by the first key. */
export const writeSoon = (id: string): void =>
  onceDrawn(() => {
    const found = focusOn([id]);
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) found.select();
  });

const settledMs = 80;

/** Where a change has taken away what had the focus, and nothing else has got it by then, the section's title gets it. */
export function rescueFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(headingId)?.focus();
  }, settledMs);
}

export const headingId = 'section-heading';
export const addId = 'add-line';
export const shapeId = 'persona-name';
export const problemsId = 'problems-title';
