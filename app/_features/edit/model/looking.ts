import type { Draft } from '@/core/contract/draft';
import { Players } from '../../../_lib/players/players';
import { type Fault, faultsOf } from './faults';

/** Looks through documents for faults. */
interface Looking {
  look: (draft: Draft) => Promise<Fault[]>;
  end: () => void;
}

/**
 * Looks beside the page, so that nothing that is typed waits for it: what a large document means takes longer to judge than a key may
 * take to show. Where no worker can be started, in the page.
 */
export function lookBeside(): Looking {
  const players = new Players(1);
  return {
    look: async (draft) => {
      const meaning = await players.run((player) => player.judged(draft)).catch(() => null);
      return meaning ? faultsOf(draft, meaning) : faultsOf(draft);
    },
    end: () => players.close(),
  };
}
