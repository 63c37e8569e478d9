import { usePlaying, useSimValue } from './playContext';
import { standsInFor } from './standIns';

/** Those whom somebody stands in for, as far as it is known by now. */
export function useStandsIn(contact: string): string[] {
  const { store } = usePlaying().connection;
  // As one text, ids have no spaces: looked at with every tick, drawn when it is another one.
  const ids = useSimValue((now) => standsInFor(store.getState().view, contact, now).join(' '));
  return ids === '' ? [] : ids.split(' ');
}
