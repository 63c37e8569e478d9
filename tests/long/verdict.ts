import type { RunEvent } from '@/core/contract/event';
import type { Database } from '@/server/store/database';
import { streamEvents } from '@/server/store/runs';

export interface Verdict {
  lost: string[];
  doubled: string[];
  /** Sentences about anything else that is wrong with a log. */
  faults: string[];
  events: number;
}

/** Holds the stored logs against what the clients were told (T4, T5): nothing lost or doubled, no time backwards, nothing early. */
export async function verdictOn(
  db: Database,
  streams: readonly string[],
  accepted: readonly string[],
): Promise<Verdict> {
  const logs = await Promise.all(streams.map((stream) => streamEvents(db, stream, 0)));
  const seen = new Map<string, number>();
  for (const log of logs) {
    const texts = new Map<string, number>();
    for (const e of log) {
      if (e.commandId !== undefined) seen.set(e.commandId, (seen.get(e.commandId) ?? 0) + 1);
      // Every command of a player has its own text, so a mail sent twice shows even where its id was lost.
      if (e.type === 'mail.sent') texts.set(e.data.text ?? '', (texts.get(e.data.text ?? '') ?? 0) + 1);
    }
    for (const [text, n] of texts) if (n > 1) seen.set(`mail "${text}"`, n);
  }
  return {
    lost: accepted.filter((id) => !seen.has(id)),
    doubled: [...seen].filter(([, n]) => n > 1).map(([id]) => id),
    faults: logs.flatMap((log, i) => faultsOf(log).map((f) => `${streams[i]}: ${f}`)),
    events: logs.reduce((sum, log) => sum + log.length, 0),
  };
}

function faultsOf(log: readonly RunEvent[]): string[] {
  const faults: string[] = [];
  let clock = { simMs: 0, at: 0, rate: 0 };
  let last = 0;
  log.forEach((e, i) => {
    if (e.seq !== i + 1) faults.push(`number ${e.seq} stands where ${i + 1} should`);
    if (e.simMs < last) faults.push(`simulated time goes backwards at ${e.seq}, from ${last} to ${e.simMs}`);
    last = Math.max(last, e.simMs);
    const reached = clock.simMs + Math.max(0, e.at - clock.at) * clock.rate;
    if (e.simMs > reached + 1)
      faults.push(`${e.seq} ${e.type} came at ${e.simMs}, when the clock showed ${Math.floor(reached)}`);
    if (e.type.startsWith('clock.') && 'at' in e.data)
      clock = { simMs: e.simMs, at: e.data.at, rate: 'rate' in e.data ? e.data.rate : 0 };
  });
  return faults;
}
