import type { BoardView } from '@/core/contract/board';
import { liveHandle } from '@/core/contract/live';
import type { ScreenView } from '@/core/contract/screen';
import { sessionCode } from '@/core/contract/session';
import { isOfBots, membersOf } from '@/core/session/state';
import {
  type SessionInList,
  type SessionRecord,
  sessionByCode,
  sessionById,
  sessionByScreen,
  sessionsOf,
} from '../store/sessions';
import { sharedDatabase } from '../store/shared';
import { sessionState } from './openness';

/** What somebody reads before they take a seat. Nothing of the plan is in it (X2). */
export interface JoinPage {
  code: string;
  title: string;
  scenario: string;
  /** Null: they may come in. */
  closed: 'ended' | 'locked' | null;
  names: 'free' | 'alias';
  consent: string;
  /** Teams to choose from, with how many of their places are taken; null where chance decides or everybody plays alone. */
  teams: { teamId: string; number: number; members: string[]; places: number }[] | null;
}

/** The way into the session of this code, however it is typed; null where there is none. */
export async function joinPage(typed: string): Promise<JoinPage | null> {
  const code = sessionCode.safeParse(typed);
  const session = code.success ? await sessionByCode(sharedDatabase(), code.data) : null;
  const state = session && (await sessionState(sharedDatabase(), session.sessionId));
  if (!session || !state || !code.success) return null;
  const { settings, phase, locked } = state;
  const shut = locked || (phase === 'open' && !settings.lateJoin);
  const choosing = settings.teamSize > 1 && settings.teamsBy === 'choice';
  const teams = [...state.teams.values()]
    .map((team, i) => ({ ...team, number: i + 1, members: membersOf(state, team.teamId) }))
    .filter((team) => !team.dropped && team.members.length < settings.teamSize)
    .filter(({ teamId }) => !isOfBots(state, teamId))
    .map(({ teamId, number, members }) => ({
      teamId,
      number,
      members: members.flatMap(({ name }) => (name === null ? [] : [name])),
      places: settings.teamSize,
    }));
  return {
    code: code.data,
    title: settings.title,
    scenario: session.scenario.title,
    closed: phase === 'ended' ? 'ended' : shut ? 'locked' : null,
    names: settings.names,
    consent: settings.consent,
    teams: choosing ? teams : null,
  };
}

const listed = 100;
/** The sessions an account leads, the newest first, as many as a page shows. */
export const ownSessions = (accountId: string, find: string): Promise<SessionInList[]> =>
  sessionsOf(sharedDatabase(), accountId, { find, limit: listed });

/** A session's row; null for an unknown one. Who may see it is the caller's to ask. */
export const sessionRow = (sessionId: string): Promise<SessionRecord | null> =>
  sessionById(sharedDatabase(), sessionId);

/**
 * The address people are told: the public one, else the one this visitor came by. Where that is `localhost`, which nobody
 * else can reach, it is the machine's in its network, if it has one; `reach` says how it came about: `anyone` is told
 * nothing more, `network` that they must be in the same network (`others` are the machine's further addresses), `nobody`
 * that others cannot come this way.
 */
export interface JoinAddress {
  base: string;
  reach: 'anyone' | 'network' | 'nobody';
  others: readonly string[];
}

export function joinAddress(head: Pick<Headers, 'get'>): JoinAddress {
  const { publicUrl, proxies, addresses } = liveHandle();
  const scheme = proxies > 0 && head.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const base = publicUrl ?? `${scheme}://${head.get('host') ?? 'localhost'}`;
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(base)) return { base, reach: 'anyone', others: [] };
  const [first, ...others] = addresses;
  return first ? { base: first, reach: 'network', others } : { base, reach: 'nobody', others: [] };
}

/** The board of a session as it stands now. */
export const boardOf = (sessionId: string): Promise<BoardView | null> => liveHandle().board(sessionId);

/** What is on the wall of a session by the hash of its screen's address; null for an address that is no longer one. */
export async function screenPage(
  screenHash: string,
): Promise<{ sessionId: string; view: ScreenView } | null> {
  const session = await sessionByScreen(sharedDatabase(), screenHash);
  const view = session && (await liveHandle().screen(session.sessionId));
  return session && view ? { sessionId: session.sessionId, view } : null;
}
