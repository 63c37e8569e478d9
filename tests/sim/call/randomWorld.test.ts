import { describe, expect, it } from 'vitest';
import { commands, type WorldCommand } from '@/core/contract/command';
import type { Actor, NewEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import { blockingCall } from '@/core/sim/call/line';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { nextDue } from '@/core/sim/run/due';
import { memberOf } from '@/core/sim/run/member';
import type { RunState } from '@/core/sim/run/state';
import { Play } from '../../support/play';
import { type Chance, randomScenario } from '../../support/randomScenario';
import { village } from '../../support/village';

const steps = process.env.LONG ? 1_000_000 : 100_000;
/** Two members of a team, so that two can want the same recipient. */
const actors: readonly Actor[] = ['p1', 'p2'];
const names = (Object.keys(commands) as WorldCommand['name'][]).filter((n) => commands[n].by === 'world');
/** What would end everything else too soon if it came as often. */
const rare: Partial<Record<WorldCommand['name'], number>> = {
  'run.finish': 0.01,
  'run.closeDay': 0.01,
  'call.hangUp': 0.2,
};

const chanceOf = (seed: string): Chance => {
  const key = seedOf(seed);
  let n = 0;
  return () => draw(key, 'random-world', '', '', n++);
};

/** An id that may exist, may not yet, or never will. */
function some(u: Chance, ids: Iterable<string>, other: string): string {
  const all = [...ids];
  return all.length === 0 || u() < 0.05 ? other : (all[Math.floor(u() * all.length)] ?? other);
}

/** Any command, legal or not, about anything that is or is not there. */
function anyCommand(state: RunState, u: Chance): WorldCommand {
  const name = names[Math.floor(u() * names.length)] ?? 'mail.send';
  if (u() > (rare[name] ?? 1)) return anyCommand(state, u);
  const callId = some(
    u,
    state.live.map((c) => c.callId),
    `k${1 + Math.floor(u() * 9)}`,
  );
  const to = some(u, state.people.keys(), 'nobody');
  const asks = u() < 0.7 ? [some(u, state.requests.keys(), 'nothing')] : [];
  const details = [...state.facts.keys()].filter(() => u() < 0.6).slice(0, 8);
  const text = u() < 0.3 ? 'What about the r1 and the fact 0?' : '';
  const mailId = some(u, state.mails.keys(), 'm999');
  const body = {
    'mail.send': { to, text, asks, details },
    'mail.sendLater': { to, text, asks, details, inMin: 1 + Math.floor(u() * 30) },
    'mail.cancelLater': { laterId: some(u, state.later.keys(), 'l99') },
    'mail.undo': { mailId },
    'mail.remind': { mailId },
    'mail.open': { mailId },
    'scene.open': { scene: u() < 0.5 ? 'compose' : 'read', mailId },
    'scene.close': { scene: u() < 0.5 ? 'compose' : 'read' },
    'desk.answer': { cardId: memberOf(state, 'p1').desk.card?.cardId ?? 'c1', choice: Math.floor(u() * 4) },
    'call.dial': { to },
    'call.say': { callId, text, asks, details },
    'call.leaveVoicemail': { callId, text, asks, details },
    'call.hangUp': { callId },
    'call.accept': { callId },
    'call.decline': { callId },
    'run.finish': {},
    'run.closeDay': {},
  }[name];
  return { name, body: commands[name].schema.parse(body) } as WorldCommand;
}

/** What is wrong with a world, as it stands; empty when nothing is. */
function wrongs(state: RunState): string[] {
  const found: string[] = [];
  for (const id of state.people.keys()) {
    const { lines } = state.world.people.get(id)?.persona.call ?? { lines: 1 };
    const talking = state.live.filter((c) => c.contact === id && c.phase === 'connected').length;
    if (talking > lines) found.push(`${talking} calls on ${lines} lines of ${id}`);
  }
  for (const actor of actors) {
    const taken = state.live.filter((c) => c.actor === actor);
    if (taken.length > 1) found.push(`${actor} is on ${taken.length} calls`);
    if (taken.length === 1 && blockingCall(state, actor) === null)
      found.push(`${actor} is on a call and free`);
  }
  const due = nextDue(state);
  if (!state.ended && due === null) found.push('nothing will ever happen again');
  if (due !== null && due < state.simMs) found.push(`due at ${due}, before ${state.simMs}`);
  return found;
}

/** What is wrong with a log: order, calls that do not end, replies from somebody who is on the phone. */
function wrongsOf(log: readonly NewEvent[]): string[] {
  const found: string[] = [];
  const open = new Map<string, string>();
  const talking = new Map<string, number>();
  const add = (contact: string, by: number) => talking.set(contact, (talking.get(contact) ?? 0) + by);
  const connected = new Set<string>();
  let last = 0;
  for (const event of log) {
    if (event.simMs < last) found.push(`${event.type} at ${event.simMs} after ${last}`);
    last = event.simMs;
    if (event.type === 'call.dialed') open.set(event.data.callId, event.data.to);
    if (event.type === 'call.incoming') open.set(event.data.callId, event.data.from);
    if (event.type === 'call.connected') {
      connected.add(event.data.callId);
      add(event.data.contact, 1);
    }
    if (event.type === 'call.ended') {
      const contact = open.get(event.data.callId);
      if (contact === undefined) found.push(`${event.data.callId} ended twice, or never began`);
      else if (connected.has(event.data.callId)) add(contact, -1);
      open.delete(event.data.callId);
    }
    if (event.type !== 'mail.received' || event.data.kind === 'outOfOffice' || event.data.kind === 'authored')
      continue;
    if ((talking.get(event.data.from) ?? 0) > 0) found.push(`${event.data.from} wrote while on the phone`);
  }
  for (const id of open.keys()) found.push(`${id} never ended`);
  return found;
}

/** Plays one random world to its end; the number of commands it took. */
function playWorld(
  seed: string,
  most: number,
  spoil: (state: RunState) => void = () => undefined,
): { log: NewEvent[]; taken: number; wrong: string[] } {
  const u = chanceOf(seed);
  const scenario = randomScenario(u);
  const mode: Mode = (['mail', 'call', 'free'] as const)[Math.floor(u() * 3)] ?? 'free';
  const play = new Play(scenario, seed, { mode });
  const wrong: string[] = [];
  let taken = 0;
  let ms = 0;
  while (taken < most && !play.state.ended && wrong.length === 0) {
    ms += u() < 0.3 ? 0 : Math.floor(u() * u() * 60_000);
    if (ms >= scenario.lengthMin * 60_000) break;
    const command = anyCommand(play.state, u);
    play.attempt(ms / 60_000, command.name, command.body as never, actors[Math.floor(u() * 2)]);
    spoil(play.state);
    wrong.push(...wrongs(play.state));
    taken++;
  }
  play.until(scenario.lengthMin);
  if (!play.state.ended) wrong.push('the run did not end');
  if (play.state.live.length > 0) wrong.push('a call outlived the run');
  return { log: play.log, taken, wrong: [...wrong, ...wrongsOf(play.log)] };
}

describe('random commands in random worlds', () => {
  it(`C1 to C10, T4, T9: after each of ${steps} commands the world is sound, and every run comes to its end`, () => {
    let taken = 0;
    const ends = new Map<string, number>();
    for (let k = 0; taken < steps; k++) {
      const seed = `world-${k}`;
      const world = playWorld(seed, 400);
      expect(world.wrong, `seed ${seed}`).toEqual([]);
      taken += Math.max(1, world.taken);
      for (const event of world.log)
        if (event.type === 'call.ended') ends.set(event.data.reason, (ends.get(event.data.reason) ?? 0) + 1);
    }
    // A test that never got as far as these would prove little.
    for (const end of ['answered', 'busy', 'noAnswer', 'declined', 'hungUpByMe', 'hungUpByThem', 'cutOff'])
      expect(ends.get(end) ?? 0, end).toBeGreaterThan(0);
  }, 300_000);

  it.each([
    [
      'world-1025',
      'P7: an authored call rang while its caller was on their only line with somebody else of the team',
    ],
    ['world-1847', 'A6: a mail that lay behind an undone one was read in the past'],
  ])('stays sound in %s: %s', (seed) => {
    expect(playWorld(seed, 400).wrong).toEqual([]);
  });

  it('notices a world that forgets whose line is taken, and a second call on the only line of a recipient', () => {
    const found: string[] = [];
    for (let k = 0; k < 40; k++)
      found.push(...playWorld(`world-${k}`, 400, (state) => state.lines.clear()).wrong);
    expect(found.join()).toMatch(/is on a call and free|is on 2 calls/);

    const play = new Play(village(), 'seed', { mode: 'call' });
    play.at(1, 'call.dial', { to: 'ada' });
    play.until(1.5);
    expect(wrongs(play.state)).toEqual([]);
    play.state.live.push(...play.state.live);
    expect(wrongs(play.state)).toContain('2 calls on 1 lines of ada');
  });

  it('notices a line that is taken twice, a call that never ends, an order upset and a letter from the phone', () => {
    const seed = Array.from({ length: 60 }, (_, k) => `world-${k}`).find((s) =>
      playWorld(s, 400).log.some((e) => e.type === 'call.connected'),
    );
    const { log } = playWorld(seed ?? '', 400);
    const at = log.findIndex((e) => e.type === 'call.connected');
    const event = log[at];
    if (event?.type !== 'call.connected') throw new Error('no call');
    expect(wrongsOf(log.filter((e) => e.type !== 'call.ended'))).not.toEqual([]);
    expect(wrongsOf([...log].reverse())).not.toEqual([]);
    const letter = {
      type: 'mail.received',
      simMs: event.simMs,
      actor: `r:${event.data.contact}`,
      data: { from: event.data.contact, kind: 'answer' },
    } as unknown as NewEvent;
    expect(wrongsOf(log.toSpliced(at + 1, 0, letter))).toContain(
      `${event.data.contact} wrote while on the phone`,
    );
  });
});
