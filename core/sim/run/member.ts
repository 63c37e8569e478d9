import type { Actor } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { MemberState, RunState } from './state';

/** Who plays where nobody else does. */
export const alone: Member = 'p1';

const newMember = (): MemberState => ({
  desk: { card: null, shown: 0, done: 0, wrong: 0, last: null },
  scene: null,
});

/** What a member has alone; an empty desk for somebody who is not in the team. */
export const memberOf = (state: RunState, actor: Actor): Readonly<MemberState> =>
  state.members.get(actor) ?? newMember();

/** The same, to be changed by `apply`: a member is there from the first event that names them. */
export function memberIn(state: RunState, actor: Actor): MemberState {
  const known = state.members.get(actor);
  if (known) return known;
  const made = newMember();
  state.members.set(actor, made);
  return made;
}

/** The scene that the clock of a run of one person goes by (T8); a shared run has a constant rate. */
export function sceneNow(state: RunState): MemberState['scene'] {
  for (const { scene } of state.members.values()) if (scene) return scene;
  return null;
}

export function isMember(actor: Actor): actor is Member {
  const digit = actor.charCodeAt(1);
  return actor.charCodeAt(0) === letterP && digit >= zero && digit <= zero + 9;
}
const letterP = 112;
const zero = 48;
