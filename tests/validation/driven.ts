import type { WorldCommand } from '@/core/contract/command';
import type { EventOf, EventType, NewEvent } from '@/core/contract/event';
import type { Member, Mode } from '@/core/contract/ids';
import type { Persona } from '@/core/contract/persona';
import type { Request, Scenario } from '@/core/contract/scenario';
import { draw, type Seed, seedOf } from '@/core/sim/chance/draw';
import { ln } from '@/core/sim/chance/maths';
import { apply } from '@/core/sim/run/apply';
import { decide, startRun } from '@/core/sim/run/decide';
import { fire, nextDue } from '@/core/sim/run/due';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld, type World } from '@/core/sim/world';
import { prompt, village, villager } from '@/tests/support/village';

/** Somebody who is always at their desk and does nothing but what is asked: masks and working hours off (V). */
export const alwaysThere: Persona = {
  ...prompt,
  calendar: { from: '00:00', to: '24:00', lunch: null, daysOff: [] },
  mail: {
    profile: 'queue',
    check: { kind: 'notified', delay: { kind: 'constant', value: 0 } },
    discipline: 'exhaustive',
    overhead: 0,
  },
  call: {
    ...prompt.call,
    opening: { kind: 'constant', value: 0 },
    talkExtra: 0,
    voicemail: false,
    lost: { kind: 'constant', value: 0 },
  },
};

export interface Setting {
  persona: Persona;
  /** Requests for each recipient: every one has its own handling draw (R2), so each customer asks another. */
  requests: number;
  recipients?: number;
  lengthMin?: number;
  utcOffsetMin?: number;
}

export const recipientName = (k: number): string => `r${k}`;
export const requestName = (recipient: string, k: number): string => `${recipient}-q${k}`;

/** A scenario beyond the sizes that files may have: the document is built as the program has it once it is read. */
export function settingOf({
  persona,
  requests,
  recipients = 1,
  lengthMin = 28_800,
  utcOffsetMin = 0,
}: Setting): Scenario {
  const names = Array.from({ length: recipients }, (_, k) => recipientName(k));
  const small = village({
    lengthMin: 28_800,
    start: '2026-03-02T00:00',
    personas: { prompt: persona },
    recipients: names.map((name) => villager(name, { utcOffsetMin })),
    requests: names.map((name) => ({
      id: requestName(name, 0),
      title: 'It',
      recipient: name,
      answer: 'Yes.',
      phrasings: ['it'],
      ask: 'It?',
    })),
    details: [],
  });
  const more = (request: Request): Request[] =>
    Array.from({ length: requests }, (_, k) => ({ ...request, id: requestName(request.recipient, k) }));
  return { ...small, lengthMin, requests: small.requests.flatMap(more) };
}

/** Mail can be undone for four minutes and is not read before (A6); a queue of a textbook has no such pause. */
export const worldOf = (scenario: Scenario, mode: Mode, seed: string): World => ({
  ...createWorld({ scenario, mode, seed, receipts: false, runIndex: 0 }),
  undoMs: 0,
});

/** Who acts in a run: by themselves at moments they name, and on what they see. Moments in simulated ms. */
export interface Source {
  next(): number;
  act(now: number): void;
  seen(event: NewEvent): void;
  done(): boolean;
}

/** A run whose log nobody keeps: each event is applied, shown to the source, and forgotten. */
export class Driven {
  readonly state: RunState;
  private source: Source | null = null;
  private now = 0;

  constructor(world: World, members: readonly Member[] = ['p1']) {
    this.state = newRun(world);
    for (const event of startRun(world, members)) apply(this.state, event);
  }

  /** Lets a source and the world take turns, what is due first (T4), until the source is done. */
  play(source: Source): void {
    this.source = source;
    while (!source.done()) {
      const due = nextDue(this.state);
      if (due === null) throw new RangeError('the run ended before its source was done');
      const next = source.next();
      if (due <= next) for (const event of fire(this.state)) this.take(event);
      else {
        this.now = next;
        source.act(next);
      }
    }
  }

  /** Gives a command at the moment of what was last seen or done; a refusal is an error. */
  give(command: WorldCommand, actor: Member = 'p1'): void {
    const decided = decide(this.state, command, this.now, actor);
    if (!decided.ok) throw new RangeError(`${command.name} was refused: ${decided.refusal.code}`);
    for (const event of decided.events) this.take(event);
  }

  mail(to: string, request: string): void {
    const body = { to, subject: '', text: '', asks: [request], details: [] };
    this.give({ name: 'mail.send', body });
  }

  private take(event: NewEvent): void {
    apply(this.state, event);
    this.now = event.simMs;
    this.source?.seen(event);
  }
}

export const is = <T extends EventType>(event: NewEvent, type: T): event is EventOf<T> => event.type === type;

/** The source's own luck, apart from the world's. */
export function luckOf(seed: string): (what: string, k: number) => number {
  const key: Seed = seedOf(`source ${seed}`);
  return (what, k) => draw(key, what, '', '', k);
}

/** Moments of a Poisson stream: cumulative exponential gaps of this mean, in whole ms. */
export function poisson(u: (what: string, k: number) => number, gapMs: number): (k: number) => number {
  const at: number[] = [];
  let sum = 0;
  return (k) => {
    for (let i = at.length; i <= k; i++) {
      sum -= ln(u('arrival', i)) * gapMs;
      at.push(Math.round(sum));
    }
    return at[k] ?? 0;
  };
}
