import type { Scenario } from '@/core/contract/scenario';
import type { Habits } from '@/core/policy/player';

/** One changed assumption: `lengthMin=200`, `recipients.ada.tune.call.pickUp=0.5`, `player.remindMin=20`. */
export interface Assumption {
  path: string;
  value: unknown;
}

/**
 * A copy of the plain scenario document with one value put in. Members of lists go by their id or number; what is not there yet on the
 * way is made. RangeError where the path leads through a value that has no parts, or to a member that is not in the list.
 */
export function assume(document: unknown, { path, value }: Assumption): unknown {
  const [key, ...rest] = path.split('.');
  if (key === undefined || key === '') throw new RangeError(`${path} is no path`);
  const next = (part: unknown) =>
    rest.length === 0 ? value : assume(part ?? {}, { path: rest.join('.'), value });
  if (Array.isArray(document)) {
    const at = document.findIndex((m, i) => String(i) === key || idOf(m) === key);
    if (at < 0) throw new RangeError(`there is no ${key} in the list`);
    return document.map((m: unknown, i) => (i === at ? next(m) : m));
  }
  if (typeof document !== 'object' || document === null) throw new RangeError(`${key} leads nowhere`);
  const part: unknown = Object.entries(document).find(([name]) => name === key)?.[1];
  return { ...document, [key]: next(part) };
}

const idOf = (member: unknown): unknown =>
  typeof member === 'object' && member !== null && 'id' in member ? member.id : undefined;

const habitNames = ['remindMin', 'redialMin', 'callAfterMin', 'practised'] as const;

/** Splits assumptions about the player from those about the scenario; RangeError for a name no player has. */
export function assumeAll(
  scenario: Scenario,
  habits: Habits,
  assumptions: readonly Assumption[],
): { document: unknown; habits: Habits } {
  let document: unknown = scenario;
  let player = habits;
  for (const assumption of assumptions) {
    if (!assumption.path.startsWith('player.')) {
      document = assume(document, assumption);
      continue;
    }
    const name = habitNames.find((n) => `player.${n}` === assumption.path);
    if (!name || typeof assumption.value !== 'number' || !(assumption.value >= 0))
      throw new RangeError(
        `${assumption.path} must be one of ${habitNames.map((n) => `player.${n}`).join(', ')}, with a number`,
      );
    player = { ...player, [name]: assumption.value };
  }
  return { document, habits: player };
}
