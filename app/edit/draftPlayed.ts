import { headers } from 'next/headers';
import { whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';
import { draftBehind } from '@/server/catalog/preview';

/** The slug of the draft that a run's scenario is a preview of, for its author alone; null for every other run and everybody else. */
export async function draftPlayed(scenario: string): Promise<string | null> {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  return me && draftBehind(whoOf(me), scenario);
}
