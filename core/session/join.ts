import type { Member } from '@/core/contract/ids';
import type { BotPolicy } from '@/core/contract/policy';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { sessionLimits } from '@/core/contract/session';
import type { NewSessionEvent, SessionActor } from '@/core/contract/sessionEvent';
import { draw, seedOf } from '../sim/chance/draw';
import { armOf } from './arms';
import { isOfBots, membersOf, type SessionState, type TeamState } from './state';

export interface Joining {
  participantId: string;
  /** For a team that has to be made. */
  newTeamId: string;
  /** Null: an alias. */
  name: string | null;
  /** The team somebody chose; null: a new one, or chance. */
  teamId: string | null;
  /** SHA-256 of the wording agreed to. */
  consent: string | null;
}
export type Joined =
  | { ok: true; events: NewSessionEvent[]; teamId: string; member: Member; name: string }
  | { ok: false; refusal: Refusal };

const no = (code: Parameters<typeof refuse>[0]): Joined => ({ ok: false, refusal: refuse(code) });

/** Somebody comes in: refused, or their team (a new one where none has a place) and their place in it. */
export function join(state: SessionState, wanted: Joining): Joined {
  if (state.phase === 'ended') return no('sessionEnded');
  if (state.locked || (state.phase === 'open' && !state.settings.lateJoin)) return no('sessionLocked');
  if (state.participants.size >= sessionLimits.participants) return no('sessionFull');
  if (state.settings.consent !== '' && wanted.consent === null) return no('consentNeeded');
  const { teamId: wish } = wanted;
  const chosen = wish === null || state.settings.teamsBy === 'chance' ? null : state.teams.get(wish);
  if (chosen === undefined || (chosen && isOfBots(state, chosen.teamId))) return no('unknown');
  if (chosen && !hasPlace(state, chosen)) return no('teamFull');
  return seat(state, wanted, chosen ?? openTeam(state));
}

/** A bot comes in where its facilitator wants it, whatever people may do just now. It fills a team only with other bots. */
export function joinBot(
  state: SessionState,
  wanted: Pick<Joining, 'participantId' | 'newTeamId'>,
  policy: BotPolicy,
): Extract<Joined, { ok: true }> {
  const bots = [...state.participants.values()].filter(({ bot }) => bot !== null).length;
  const free = (n: number): string => (nameTaken(state, `Bot ${n}`) ? free(n + 1) : `Bot ${n}`);
  const joining = { ...wanted, name: free(bots + 1), teamId: null, consent: null };
  return seat(state, joining, botTeam(state), policy);
}

function seat(
  state: SessionState,
  wanted: Joining,
  team: TeamState | null,
  bot?: BotPolicy,
): Extract<Joined, { ok: true }> {
  const actor: SessionActor = `q:${wanted.participantId}`;
  const made = team ? [] : [makeTeam(state, wanted.newTeamId, bot ? firstBotSlot : 0)];
  const teamId = team?.teamId ?? wanted.newTeamId;
  const { participantId, consent } = wanted;
  const name = wanted.name ?? aliasOf(state, state.participants.size);
  const member = freeMember(state, teamId);
  const late = state.phase === 'open';
  return {
    ok: true,
    teamId,
    member,
    name,
    events: [
      ...made,
      {
        type: 'participant.joined',
        actor,
        data: { participantId, teamId, member, name, late, consent, ...(bot && { bot }) },
      },
    ],
  };
}

const hasPlace = (state: SessionState, team: TeamState): boolean =>
  !team.dropped && membersOf(state, team.teamId).length < state.settings.teamSize;

/** Where chance forms the teams: one of those with a place, drawn; null where a new one is needed. */
function openTeam(state: SessionState): TeamState | null {
  if (state.settings.teamSize === 1 || state.settings.teamsBy === 'choice') return null;
  const open = [...state.teams.values()].filter((t) => hasPlace(state, t) && !isOfBots(state, t.teamId));
  const u = draw(seedOf(state.seed), 'teams', '', '', state.participants.size);
  return open[Math.floor(u * open.length)] ?? null;
}

/** Bots take no place in the blocks of people, whose arms stay balanced (X2). */
const firstBotSlot = 100_000;

/** A team of bots with a place, where there is one: bots that were called together play together. */
const botTeam = (state: SessionState): TeamState | null =>
  [...state.teams.values()].find((t) => hasPlace(state, t) && isOfBots(state, t.teamId)) ?? null;

/** X2: the lowest slot that is free: one given back by a team that left before it began, or the next one. */
function makeTeam(state: SessionState, teamId: string, first: number): NewSessionEvent {
  const taken = new Set([...state.teams.values()].filter((t) => !t.dropped).map((t) => t.slot));
  let slot = first;
  while (taken.has(slot)) slot++;
  const arm = armOf(state.seed, state.settings.plan, slot);
  return { type: 'team.made', actor: 'session', data: { teamId, slot, arm } };
}

/** The lowest number nobody ever had in this team, so that what a member did stays theirs. */
function freeMember(state: SessionState, teamId: string): Member {
  const taken = new Set(
    [...state.participants.values()].filter((p) => p.teamId === teamId).map((p) => p.member),
  );
  let number = 1;
  while (taken.has(`p${number}`)) number++;
  return `p${number}`;
}

/** Aliases: a colour and an animal; each pair once, in an order that the seed decides. */
const colours = [
  'Amber',
  'Blue',
  'Coral',
  'Green',
  'Indigo',
  'Lime',
  'Orange',
  'Pink',
  'Red',
  'Silver',
  'Teal',
  'Violet',
];
const animals = [
  'Badger',
  'Beaver',
  'Crane',
  'Dolphin',
  'Falcon',
  'Fox',
  'Gecko',
  'Hare',
  'Heron',
  'Ibis',
  'Koala',
  'Lark',
  'Lynx',
  'Marten',
  'Newt',
  'Otter',
  'Owl',
  'Puffin',
  'Robin',
  'Seal',
  'Stork',
  'Tern',
  'Turtle',
  'Vole',
  'Whale',
  'Wren',
  'Yak',
];

/** The alias of the n-th person: by a step that has no factor in common with the number of pairs, from a drawn start. */
function aliasOf({ seed }: SessionState, n: number): string {
  const pairs = colours.length * animals.length;
  const start = Math.floor(draw(seedOf(seed), 'alias') * pairs);
  const at = (start + n * 55) % pairs;
  const round = Math.floor(n / pairs);
  const pair = `${colours[at % colours.length]} ${animals[Math.floor(at / colours.length)]}`;
  return round === 0 ? pair : `${pair} ${round + 1}`;
}

/** Whether a name is already used by somebody in the room, without regard to case. */
export const nameTaken = (state: SessionState, name: string): boolean =>
  [...state.participants.values()].some((p) => !p.removed && p.name?.toLowerCase() === name.toLowerCase());
