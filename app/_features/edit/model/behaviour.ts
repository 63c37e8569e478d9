import type { Draft } from '@/core/contract/draft';
import type { Persona } from '@/core/contract/persona';
import { personaOf } from '@/core/sim/scenario/personaOf';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { putRecipient } from './change';
import { idFrom, takenIds } from './naming';

/** How somebody behaves, tuning included; null where the persona's name leads nowhere. */
export function behaviourOf(draft: Draft, id: string): Persona | null {
  const recipient = draft.recipients.find((r) => r.id === id);
  const known = recipient && (draft.personas[recipient.persona] ?? defaultPersonas[recipient.persona]);
  return recipient && known ? personaOf(draft, recipient) : null;
}

/** Whether somebody's persona is written in this scenario, and so can be shaped. */
export const isShaped = (draft: Draft, id: string): boolean =>
  draft.recipients.some(
    (r) => r.id === id && draft.personas[r.persona] !== undefined && r.tune === undefined,
  );

/** Gives somebody a persona of their own that behaves as they did, for shaping. */
export function withOwnPersona(draft: Draft, id: string, title: (name: string) => string): Draft {
  const recipient = draft.recipients.find((r) => r.id === id);
  const persona = behaviourOf(draft, id);
  if (!recipient || !persona) return draft;
  const name = idFrom(`${recipient.id}-ways`, takenIds(draft), 'persona');
  const own: Persona = { ...persona, title: title(recipient.name).slice(0, 60) };
  return putRecipient(
    { ...draft, personas: { ...draft.personas, [name]: own } },
    id,
    ({ tune: _, ...r }) => ({
      ...r,
      persona: name,
    }),
  );
}

/** Lets somebody behave like a persona of this name; one of the scenario's that nobody has any more goes. */
export function withPersona(draft: Draft, id: string, persona: string): Draft {
  const before = draft.recipients.find((r) => r.id === id)?.persona;
  const made = putRecipient(draft, id, ({ tune: _, ...r }) => ({ ...r, persona }));
  if (before === undefined || made.recipients.some((r) => r.persona === before)) return made;
  const { [before]: _, ...personas } = made.personas;
  return { ...made, personas };
}

/** Shapes a persona of the scenario; all who have it change with it. */
export const putPersona = (draft: Draft, name: string, change: (p: Persona) => Persona): Draft => {
  const found = draft.personas[name];
  return found ? { ...draft, personas: { ...draft.personas, [name]: change(found) } } : draft;
};
