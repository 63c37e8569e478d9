import type { CommandInput, CommandName, WorldCommand } from '@/core/contract/command';
import { commands } from '@/core/contract/command';
import type { Actor, EventOf, EventType, NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { RefusalCode } from '@/core/contract/refusal';
import type { WorldControl } from '@/core/contract/runControl';
import type { Scenario } from '@/core/contract/scenario';
import { apply } from '@/core/sim/run/apply';
import { decideControl } from '@/core/sim/run/control';
import { admit, decide, startRun } from '@/core/sim/run/decide';
import { advance } from '@/core/sim/run/due';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';

type WorldName = WorldCommand['name'];

/** A run driven by hand in virtual time: minutes in, events out. */
export class Play {
  readonly state: RunState;
  readonly log: NewEvent[] = [];

  constructor(
    scenario: Scenario,
    seed = 'seed',
    more: { receipts?: boolean; mode?: 'mail' | 'call' | 'free'; members?: Member[] } = {},
  ) {
    const { receipts = true, mode = 'mail', members } = more;
    this.state = newRun(createWorld({ scenario, mode, seed, receipts, runIndex: 0 }));
    this.take(startRun(this.state.world, members));
  }

  private take(events: readonly NewEvent[]): void {
    for (const event of events) {
      apply(this.state, event);
      this.log.push(event);
    }
  }

  /** Lets simulated minutes pass until `min` after the start. */
  until(min: number): this {
    this.log.push(...advance(this.state, Math.round(min * 60_000)));
    return this;
  }

  /** Gives a command at `min`; throws when it is refused. */
  at<K extends CommandName & WorldName>(
    min: number,
    name: K,
    body: CommandInput<K>,
    actor: Actor = 'p1',
  ): NewEvent[] {
    const decided = this.attempt(min, name, body, actor);
    if (typeof decided === 'string') throw new Error(`${name} was refused: ${decided}`);
    return decided;
  }

  /** Gives a command at `min` and returns its events, or the code of the refusal. */
  attempt<K extends CommandName & WorldName>(
    min: number,
    name: K,
    body: CommandInput<K>,
    actor: Actor = 'p1',
  ): NewEvent[] | RefusalCode {
    this.until(min);
    const command = { name, body: commands[name].schema.parse(body) } as WorldCommand;
    const decided = decide(this.state, command, Math.round(min * 60_000), actor);
    if (!decided.ok) return decided.refusal.code;
    this.take(decided.events);
    return decided.events;
  }

  /** Somebody comes into the team at `min`. */
  joins(min: number, member: Member): NewEvent[] {
    this.until(min);
    const events = admit(this.state, member, Math.round(min * 60_000));
    this.take(events);
    return events;
  }

  /** A facilitator's control at `min`: its events, or why not. */
  control(min: number, control: WorldControl): NewEvent[] | RefusalCode {
    this.until(min);
    const decided = decideControl(this.state, control, Math.round(min * 60_000));
    if (!decided.ok) return decided.refusal.code;
    this.take(decided.events);
    return decided.events;
  }

  of<T extends EventType>(type: T): EventOf<T>[] {
    return this.log.filter((e): e is EventOf<T> => e.type === type);
  }

  /** The log as short lines, `minutes type`, for stories compared with a literal. */
  story(...types: EventType[]): string[] {
    return this.log
      .filter((e) => types.length === 0 || types.includes(e.type))
      .map((e) => `${e.simMs / 60_000} ${e.type}`);
  }
}
