import type { WallClock } from '@/server/session/ports';

/** A wall clock that tests move by hand; like a real one it shows whole ms, and wakes nobody before their time. */
export class FakeWall implements WallClock {
  private waiting: Array<{ wall: number; wake: () => void }> = [];
  constructor(private wall = 1_000_000) {}

  now(): number {
    return this.wall;
  }
  at(wall: number, wake: () => void): () => void {
    const entry = { wall: Math.ceil(wall), wake };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((w) => w !== entry);
    };
  }
  /** Lets real time pass, waking whatever is due on the way, and lets what it started finish. */
  async pass(ms: number): Promise<void> {
    const until = this.wall + ms;
    for (;;) {
      const next = this.waiting.filter((w) => w.wall <= until).sort((a, b) => a.wall - b.wall)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((w) => w !== next);
      this.wall = Math.max(this.wall, next.wall);
      next.wake();
      await settled();
    }
    this.wall = until;
    await settled();
  }
  /** Real ms until the next thing that waits; null when nothing does. */
  nextWake(): number | null {
    const times = this.waiting.map((w) => w.wall - this.wall);
    return times.length === 0 ? null : Math.max(0, Math.min(...times));
  }
  /** The machine sleeps: time goes on and nobody is woken. */
  sleep(ms: number): void {
    this.wall += ms;
  }
  /** What is due now rings. */
  async ring(): Promise<void> {
    await this.pass(0);
  }
}

/** Lets promises that need no real time run to their end. */
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise<void>((done) => setImmediate(done));
};
