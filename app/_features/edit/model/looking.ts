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
 * take to show. In the page from the moment on at which no worker can be started or one fails, which is reported.
 */
export function lookBeside(): Looking {
  let failed = false;
  const toPage = (cause: unknown): null => {
    failed = true;
    reportError(new Error('judging beside the page failed', { cause }));
    return null;
  };
  const players = begun(toPage);
  return {
    look: async (draft) => {
      const beside = failed || !players ? null : players.run((player) => player.judged(draft));
      const meaning = beside && (await beside.catch(toPage));
      return meaning ? faultsOf(draft, meaning) : faultsOf(draft);
    },
    end: () => players?.close(),
  };
}

function begun(failed: (cause: unknown) => null): Players | null {
  try {
    return new Players(1);
  } catch (cause) {
    return failed(cause);
  }
}
