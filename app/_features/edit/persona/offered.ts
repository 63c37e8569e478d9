import type { Draft } from '@/core/contract/draft';
import { personaLibrary } from '@/core/sim/scenario/personaLibrary';
import { personaSources, type SourceName } from '@/core/sim/scenario/personaSources';
import { copiedFromLibrary } from '../model/behaviour';

/** What every scenario can name, and what is as near to published figures as it reaches; each has a line of its own to be chosen by. */
export const offered = {
  game: [
    'quick-notifier',
    'batcher',
    'overloaded-manager',
    'part-timer',
    'out-of-office',
    'never-unless-reminded',
    'phone-person',
    'focus-specialist',
  ],
  published: [
    'typical-adult',
    'young-mobile',
    'older-desktop',
    'office-colleague',
    'three-checks',
    'hundred-a-day',
    'unknown-company',
    'stranger',
    'call-centre',
    'heavy-tail',
  ],
} as const;
export type Offered = (typeof offered)['game' | 'published'][number];

export const isOffered = (name: string): name is Offered =>
  [...offered.game, ...offered.published].some((known) => known === name);

/** The title of a persona of the library. */
export const titleOf = (name: Offered): string =>
  personaLibrary.find(({ id }) => id === name)?.persona.title ?? name;

/** Personas that are written in a scenario and are no plain copies of the library, by name. */
export const ownPersonas = ({ personas }: Pick<Draft, 'personas'>): string[] =>
  Object.keys(personas).filter((name) => !copiedFromLibrary(personas, name));

const told = ['mail', 'reply', 'pickUp', 'handling'] as const;
/** What all of them rest on. */
const common: readonly SourceName[] = ['replyLength'];
const study: Partial<Record<SourceName, SourceName>> = { kootiAge: 'kooti', kootiLoad: 'kooti' };

/** The works that the main figures of a persona come from; empty where it was made for play. */
export function citesOf(name: Offered): string[] {
  const found = personaLibrary.find(({ id }) => id === name);
  if (found?.kind !== 'published') return [];
  const names = told.flatMap((figure) => found.sources[figure] ?? []).filter((s) => !common.includes(s));
  return [...new Set(names.map((source) => personaSources[study[source] ?? source].cite))];
}
