import { describe, expect, it } from 'vitest';
import { type CommandInput, type CommandName, commands, type WorldCommand } from '@/core/contract/command';
import type { RefusalCode } from '@/core/contract/refusal';
import { isBlocked } from '@/core/sim/call/decide';
import { measuresOf } from '@/core/sim/measures/measure';
import { randomRun } from '../../support/randomRun';
import { type LineState, lineStates, lineTaken } from './lineStates';

/** What each state of the line makes of a command: refused as `blocked`, not possible just now, or done. */
type Verdict = 'blocked' | 'notPossible' | 'done';
type Table = { [K in WorldCommand['name']]: (state: LineState) => Verdict };

const talking: readonly LineState[] = ['greeted', 'saying', 'looking', 'answering', 'asked', 'accepted'];
const whenTalking = (state: LineState): Verdict => (talking.includes(state) ? 'done' : 'notPossible');
const never = (): Verdict => 'blocked';
const always = (): Verdict => 'done';

/** C3, command by command. A new command does not compile until it is decided here. */
const c3: Table = {
  'mail.send': never,
  'mail.sendLater': never,
  'mail.cancelLater': never,
  'mail.undo': never,
  'mail.remind': never,
  'desk.answer': never,
  'call.dial': never,
  'call.accept': never,
  'run.finish': never,
  'run.closeDay': never,
  'mail.open': always,
  'scene.open': always,
  'scene.close': always,
  'call.hangUp': always,
  'call.decline': always,
  'call.say': whenTalking,
  'call.leaveVoicemail': (state) => (state === 'voicemail' ? 'done' : 'notPossible'),
};

/** A body that would be taken if the line were free or the moment right. */
const bodies: { [K in WorldCommand['name']]: (callId: string, rings: string) => CommandInput<K> } = {
  'mail.send': () => ({ to: 'cleo', text: 'Good morning' }),
  'mail.sendLater': () => ({ to: 'cleo', text: 'Good evening', inMin: 5 }),
  'mail.cancelLater': () => ({ laterId: 'l1' }),
  'mail.undo': () => ({ mailId: 'm2' }),
  'mail.remind': () => ({ mailId: 'm1' }),
  'mail.open': () => ({ mailId: 'm1' }),
  'scene.open': () => ({ scene: 'compose' }),
  'scene.close': () => ({ scene: 'compose' }),
  'desk.answer': () => ({ cardId: 'c1', choice: 0 }),
  'call.dial': () => ({ to: 'cleo' }),
  'call.say': (callId) => ({ callId, text: 'Good morning' }),
  'call.leaveVoicemail': (callId) => ({ callId, text: 'Please ring me.' }),
  'call.hangUp': (callId) => ({ callId }),
  'call.accept': (_, rings) => ({ callId: rings }),
  'call.decline': (_, rings) => ({ callId: rings }),
  'run.finish': () => ({}),
  'run.closeDay': () => ({}),
};

const names = (Object.keys(commands) as CommandName[]).filter(
  (name): name is WorldCommand['name'] => commands[name].by === 'world',
);

function tried(state: LineState, name: WorldCommand['name']): Verdict | RefusalCode {
  const { play, callId, rings, min } = lineTaken(state);
  const result = play.attempt(min, name, bodies[name](callId, rings) as never);
  return typeof result === 'string' ? result : 'done';
}

describe('C3: while the line is taken', () => {
  it.each(lineStates)('every command is refused or allowed as the rule says when %s', (state) => {
    const found = Object.fromEntries(names.map((name) => [name, tried(state, name)]));
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, c3[name](state)])));
  });

  it('the same commands are not blocked once the call is over, nor while somebody only rings here', () => {
    for (const state of lineStates) {
      const { play, callId, rings, min } = lineTaken(state);
      const refused = names.filter((n) => c3[n](state) === 'blocked');
      const blocks = (name: WorldCommand['name']) => {
        const body = commands[name].schema.parse(bodies[name](callId, rings));
        return isBlocked(play.state, { name, body } as WorldCommand, 'p1');
      };
      play.until(min);
      expect(refused.filter(blocks)).toEqual(refused);
      play.at(min, 'call.hangUp', { callId });
      expect(refused.filter(blocks)).toEqual([]);
    }
  });

  it('a run that forgot whose line is taken would allow them', () => {
    const { play, callId, rings, min } = lineTaken('greeted');
    play.until(min);
    play.state.lines.clear();
    for (const name of ['desk.answer', 'run.finish'] as const)
      expect(play.attempt(min, name, bodies[name](callId, rings) as never)).toBeInstanceOf(Array);
  });

  it('one member’s call does not block another', () => {
    const { play, min } = lineTaken('greeted');
    play.until(min);
    const command = { name: 'run.finish', body: {} } as const;
    expect(isBlocked(play.state, command, 'p1')).toBe(true);
    expect(isBlocked(play.state, command, 'p2')).toBe(false);
  });
});

describe('blocked time', () => {
  it('M: is the sum of the intervals from dialing or accepting to the end, to the millisecond, in 100 random runs', () => {
    let calls = 0;
    for (let i = 0; i < 100; i++) {
      const { log, scenario } = randomRun(i % 2 === 0 ? 'call' : 'free', `blocked-${i}`);
      const from = new Map<string, number>();
      let sum = 0;
      for (const event of log) {
        if (event.type === 'call.dialed') from.set(event.data.callId, event.simMs);
        if (event.type === 'call.connected' && !from.has(event.data.callId))
          from.set(event.data.callId, event.simMs);
        if (event.type !== 'call.ended') continue;
        const began = from.get(event.data.callId);
        if (began === undefined) continue;
        sum += event.simMs - began;
        calls++;
      }
      expect(measuresOf(log, scenario).blockedTime).toBe(sum);
    }
    expect(calls).toBeGreaterThan(500);
  });
});
