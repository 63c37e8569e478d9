/** The load of the benchmark `live`, the same for every variant. */
export const load = {
  runs: 1_000,
  deliveriesPerSecond: 500,
  commandsPerSecond: 100,
  warmUpMs: 3_000,
  roundMs: 10_000,
} as const;

/** The same numbers from 0 to below 1 in every round and variant. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const letterOf = (run: number, k: number) => ({
  to: ['ada', 'ben', 'cleo'][run % 3] ?? 'ada',
  subject: `Question ${k}`,
  text: 'Good morning, I would like to know how far the preparations for the week have come by now.',
  asks: [],
  details: [],
});

/** What happened to one delivery: due and handled, both wall ms. */
export interface Delivery {
  due: number;
  handled: number;
}

/** One way to serve the load. */
export interface Variant {
  name: string;
  /** Sets everything going; resolves when all runs are under way. */
  begin(): Promise<void>;
  /** A command of run number `run`; resolves when it is answered. */
  command(run: number, k: number): Promise<void>;
  /** Brings everything to rest and tells what was delivered since `begin`. Rejects when something due never came. */
  end(from: number, to: number): Promise<Delivery[]>;
  close(): Promise<void>;
}
