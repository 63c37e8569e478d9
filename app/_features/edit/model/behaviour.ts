import type { Draft } from '@/core/contract/draft';
import type { Persona } from '@/core/contract/persona';
import { personaLibrary } from '@/core/sim/scenario/personaLibrary';
import { personaOf } from '@/core/sim/scenario/personaOf';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { putRecipient } from './change';
import { idFrom, takenIds } from './naming';
import { isSame } from './same';

/** How somebody behaves, tuning included; null where the persona's name leads nowhere. */
export function behaviourOf(draft: Draft, id: string): Persona | null {
  const recipient = draft.recipients.find((r) => r.id === id);
  const known = recipient && (draft.personas[recipient.persona] ?? defaultPersonas[recipient.persona]);
  return recipient && known ? personaOf(draft, recipient) : null;
}

/** Whether a persona of the scenario is as the library has it. */
export function copiedFromLibrary(personas: Draft['personas'], name: string): boolean {
  const found = personaLibrary.find((known) => known.id === name);
  return found !== undefined && personas[name] !== undefined && isSame(personas[name], found.persona);
}

/** Whether this is the persona of somebody out of office: what makes them so is said of themselves, with who stands in. */
export const isAwayPersona = (name: string): boolean => name === 'out-of-office';

/** Whether somebody's persona is this scenario's own, and so can be shaped. */
export const isShaped = ({ recipients, personas }: Draft, id: string): boolean =>
  recipients.some(
    ({ id: own, persona, tune }) =>
      own === id &&
      tune === undefined &&
      personas[persona] !== undefined &&
      !copiedFromLibrary(personas, persona),
  );

/** Gives somebody a persona of their own that behaves as they did, for shaping. */
export function withOwnPersona(draft: Draft, id: string, title: (name: string) => string): Draft {
  const recipient = draft.recipients.find((r) => r.id === id);
  const persona = behaviourOf(draft, id);
  if (!recipient || !persona) return draft;
  const name = idFrom(`${recipient.id}-ways`, takenIds(draft), 'persona');
  const own: Persona = { ...persona, title: title(recipient.name).slice(0, 60) };
  return withPersona({ ...draft, personas: { ...draft.personas, [name]: own } }, id, name);
}

/**
 * Lets somebody behave like a persona of this name. What the library has beyond those that every scenario can name is copied into the
 * scenario; one of the scenario's that nobody has any more goes.
 */
export function withPersona(draft: Draft, id: string, persona: string): Draft {
  const before = draft.recipients.find((r) => r.id === id)?.persona;
  const made = putRecipient(withCopy(draft, persona), id, ({ tune: _, ...r }) => ({ ...r, persona }));
  if (before === undefined || made.recipients.some((r) => r.persona === before)) return made;
  const { [before]: _, ...personas } = made.personas;
  return { ...made, personas };
}

function withCopy(draft: Draft, name: string): Draft {
  const found = personaLibrary.find((known) => known.id === name);
  if (!found || draft.personas[name] !== undefined || defaultPersonas[name] !== undefined) return draft;
  return { ...draft, personas: { ...draft.personas, [name]: found.persona } };
}

/** Shapes a persona of the scenario; all who have it change with it. */
export const putPersona = (draft: Draft, name: string, change: (p: Persona) => Persona): Draft => {
  const found = draft.personas[name];
  return found ? { ...draft, personas: { ...draft.personas, [name]: change(found) } } : draft;
};
