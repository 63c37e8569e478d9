import { delayOf, type Engine, gapOf, serviceOf, targetOf } from './models';

interface Timer {
  done(run: (about: number) => void, context: unknown, about: number): void;
}
interface Sim {
  time(): number;
  simulate(until: number, events: number): boolean;
  addEntity(kind: new (sim: Sim) => Entity): Entity;
}
interface Entity {
  setTimer(ms: number): Timer;
}
interface SimJs {
  Sim: new () => Sim;
  Entity: new (sim: Sim) => Entity;
}

/** The published library puts itself into `window` and exports nothing. */
async function load(): Promise<SimJs> {
  const place: { Sim?: SimJs } = {};
  const before = Reflect.get(globalThis, 'window');
  Reflect.set(globalThis, 'window', place);
  try {
    await import('simjs');
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'window');
    else Reflect.set(globalThis, 'window', before);
  }
  if (!place.Sim) throw new Error('simjs did not put itself into window');
  return place.Sim;
}

/** (c) simjs 2.0.3 from the registry: timers of one entity. */
export async function simjs(): Promise<Engine> {
  const library = await load();
  const begin = () => {
    class Source extends library.Entity {
      start(): void {}
    }
    const sim = new library.Sim();
    return { sim, source: sim.addEntity(Source) };
  };
  /** `simulate` counts the event at which it stops. */
  const stepping = (sim: Sim, stand: () => number) => (events: number) => {
    sim.simulate(Number.MAX_SAFE_INTEGER, events);
    return stand();
  };
  return {
    name: 'simjs 2.0.3',
    hold(n) {
      const { sim, source } = begin();
      let k = 0;
      const again = () => source.setTimer(delayOf(k++)).done(again, source, 0);
      for (let i = 0; i < n; i++) again();
      return stepping(sim, () => sim.time());
    },
    mm1() {
      const { sim, source } = begin();
      const queue: number[] = [];
      let next = 0;
      let arrived = 0;
      let served = 0;
      let waits = 0;
      const serve = () => source.setTimer(serviceOf(served++)).done(leave, source, 0);
      const leave = () => {
        next++;
        if (next >= queue.length) return;
        waits += sim.time() - (queue[next] ?? 0);
        serve();
      };
      const arrive = () => {
        queue.push(sim.time());
        if (queue.length - next === 1) serve();
        source.setTimer(gapOf(arrived++)).done(arrive, source, 0);
      };
      source.setTimer(gapOf(arrived++)).done(arrive, source, 0);
      return stepping(sim, () => waits);
    },
    phold(n) {
      const { sim, source } = begin();
      const received = new Int32Array(n);
      let k = n;
      const receive = (at: number) => {
        received[at] = (received[at] ?? 0) + 1;
        source.setTimer(delayOf(k)).done(receive, source, targetOf(k++, n));
      };
      for (let i = 0; i < n; i++) source.setTimer(delayOf(i)).done(receive, source, i);
      return stepping(sim, () => sim.time());
    },
  };
}
