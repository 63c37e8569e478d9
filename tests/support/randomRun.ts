import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { CommandName } from '@/core/contract/command';
import type { NewEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { memberOf } from '@/core/sim/run/member';
import { Play } from './play';

const packs = ['launch-week-taste', 'launch-week-quick', 'supply-shortage', 'field-trip'];
const read = new Map<string, Scenario>();
function pack(slug: string): Scenario {
  const known = read.get(slug);
  if (known) return known;
  const text = readFileSync(path.join('prisma', 'scenarios', `${slug}.yaml`), 'utf8');
  const scenario = scenarioSchema.parse(parse(text));
  read.set(slug, scenario);
  return scenario;
}

/** Moments are multiples of so many simulated ms, which every rate of a clock hits with whole real ms. */
const grid = 3_600;

interface RandomRun {
  log: NewEvent[];
  scenario: Scenario;
  /** What was tried, and when in simulated ms; some of it was refused. */
  tried: Array<{ at: number; act: Act }>;
}

/** A run played at random but not foolishly: asks, replies, reminds, rings, talks, hangs up; the same for the same seed. */
export function randomRun(mode: Mode, seed: string, slug?: string): RandomRun {
  const key = seedOf(seed);
  let n = 0;
  const u = () => draw(key, 'random-play', '', '', n++);
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(u() * list.length)];
  const scenario = pack(slug ?? one(packs) ?? 'launch-week-taste');
  const play = new Play(scenario, seed, { mode });
  const end = scenario.lengthMin;
  const tried: RandomRun['tried'] = [];
  for (let min = 0.5; min < end - 1 && !play.state.ended; min += 0.2 + u() * 4) {
    const at = Math.round((min * 60_000) / grid) * grid;
    play.until(at / 60_000);
    const act = chosen(play, u, one);
    if (!act) continue;
    play.attempt(at / 60_000, act[0], act[1]);
    tried.push({ at, act });
  }
  play.until(end);
  return { log: play.log, scenario, tried };
}

export type Act = [
  CommandName &
    (
      | 'mail.send'
      | 'mail.remind'
      | 'mail.open'
      | 'call.dial'
      | 'call.say'
      | 'call.hangUp'
      | 'call.accept'
      | 'call.leaveVoicemail'
      | 'desk.answer'
    ),
  never,
];

function chosen(play: Play, u: () => number, one: <T>(list: readonly T[]) => T | undefined): Act | null {
  const { state } = play;
  const facts = [...state.facts.keys()];
  const details = facts.filter(() => u() < 0.7).slice(0, 8);
  const act = (name: Act[0], body: object): Act => [name, body as never];
  const live = state.live.find((c) => c.actor === 'p1');
  if (live) {
    const asks = [...state.world.requests.values()]
      .filter((r) => r.recipient === live.contact)
      .map((r) => r.id);
    if (live.phase === 'voicemail' && u() < 0.6)
      return act('call.leaveVoicemail', { callId: live.callId, asks });
    if (u() < 0.3) return act('call.hangUp', { callId: live.callId });
    return act('call.say', { callId: live.callId, asks: live.missing.length > 0 ? [] : asks, details });
  }
  const rings = state.live.find((c) => c.phase === 'ringing' && c.direction === 'in');
  if (rings) return act('call.accept', { callId: rings.callId });
  const request = one([...state.world.requests.values()]);
  if (!request) return null;
  const { card } = memberOf(state, 'p1').desk;
  if (u() < 0.25 && card) return act('desk.answer', { cardId: card.cardId, choice: 0 });
  const phone = state.world.header.mode === 'call' || (state.world.header.mode === 'free' && u() < 0.4);
  if (phone) return act('call.dial', { to: request.recipient });
  const mails = [...state.mails.values()];
  const question = one(mails.filter((m) => m.kind === 'clarify' && m.missing.length > 0));
  if (question && u() < 0.5)
    return act('mail.send', {
      to: question.contact,
      threadId: question.threadId,
      inReplyTo: question.mailId,
      text: 'Here it is.',
      details,
    });
  const mine = one(mails.filter((m) => m.from === 'me'));
  if (mine && u() < 0.2) return act('mail.remind', { mailId: mine.mailId });
  const second =
    u() < 0.3
      ? one([...state.world.requests.values()].filter((r) => r.recipient === request.recipient))
      : undefined;
  const to = u() < 0.1 ? (one([...state.world.people.keys()]) ?? request.recipient) : request.recipient;
  return act('mail.send', {
    to,
    subject: 'Hello',
    asks: second ? [request.id, second.id] : [request.id],
    details,
  });
}
