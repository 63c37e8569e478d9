import type { Scenario } from '@/core/contract/scenario';
import { memberOf } from '@/core/sim/run/member';
import type { CallRecord } from '@/core/sim/run/state';
import { answeredBy } from '@/core/sim/world';
import { Play } from './play';

export interface Style {
  mode: 'mail' | 'call' | 'free';
  /** Minutes until somebody silent is reminded, or dialed again. */
  againMin?: number;
  /** In free mode: minutes until whoever was written to is called. */
  callAfterMin?: number;
}

const tick = 0.25;

/**
 * Somebody who does what there is to do, four times a minute: by mail writes whatever can be asked and reminds, by call dials one
 * after another, by both mails first and calls the silent; desk cards, opened mails and accepted call-backs meanwhile.
 */
export function playThrough(scenario: Scenario, seed: string, style: Style): Play {
  const play = new Play(scenario, seed, { mode: style.mode });
  const last = new Map<string, number>();
  for (let min = 1; min < scenario.lengthMin; min += tick) {
    play.until(min);
    const call = [...play.state.calls.values()].find((c) => c.phase !== 'ended');
    if (call) onTheLine(play, call, min, scenario);
    else atTheDesk(play, scenario, min, last, style);
  }
  return play.until(scenario.lengthMin);
}

/** Open requests whose details are known, with whom to ask. */
function askable(play: Play, scenario: Scenario): Array<{ id: string; to: string; details: string[] }> {
  return scenario.requests
    .filter((r) => play.state.requests.get(r.id)?.answeredMs === null)
    .filter((r) => r.details.every((d) => r.hidden.includes(d) || play.state.facts.has(d)))
    .map((r) => ({
      id: r.id,
      to: answeredBy(play.state.world, r),
      details: r.details.filter((d) => play.state.facts.has(d)),
    }));
}

function onTheLine(play: Play, call: CallRecord, min: number, scenario: Scenario): void {
  const { callId } = call;
  if (call.direction === 'in' && call.phase === 'ringing')
    return void play.at(min, 'call.accept', { callId });
  if (call.phase === 'voicemail') {
    const [first] = askable(play, scenario).filter((r) => r.to === call.contact);
    if (!call.messageLeft && first && min * 60_000 >= call.silentSince)
      play.at(min, 'call.leaveVoicemail', { callId, asks: [first.id] });
    return;
  }
  if (call.phase !== 'connected' || call.now || call.topics.length > 0 || min * 60_000 < call.sayUntil)
    return;
  const given = call.missing.filter((d) => play.state.facts.has(d));
  if (given.length > 0) return void play.at(min, 'call.say', { callId, details: given });
  const said = new Set(call.lines.flatMap((l) => l.asks));
  const next = askable(play, scenario).find((r) => r.to === call.contact && !said.has(r.id));
  if (next) play.at(min, 'call.say', { callId, asks: [next.id] });
  else play.at(min, 'call.hangUp', { callId });
}

function atTheDesk(
  play: Play,
  scenario: Scenario,
  min: number,
  last: Map<string, number>,
  { mode, againMin = 15, callAfterMin = 20 }: Style,
): void {
  const { state } = play;
  const unread = [...state.mails.values()].find((m) => m.from === 'them' && !m.opened);
  if (unread) {
    play.at(min, 'scene.open', { scene: 'read', mailId: unread.mailId });
    play.at(min, 'mail.open', { mailId: unread.mailId });
    return;
  }
  for (const { id, to, details } of askable(play, scenario)) {
    const at = last.get(id);
    const question = state.requests.get(id)?.question ?? false;
    const calls = mode === 'call' || (mode === 'free' && at !== undefined);
    const wait = mode === 'free' ? callAfterMin : againMin;
    if (at !== undefined && min - at < wait && !(question && !calls && details.length > 0)) continue;
    last.set(id, min);
    if (calls) return void play.at(min, 'call.dial', { to });
    play.at(min, 'scene.open', { scene: 'compose' });
    play.at(min, 'mail.send', { to, subject: 'Please', text: 'Please tell me.', asks: [id], details });
    play.at(min, 'scene.close', { scene: 'compose' });
    return;
  }
  const { desk, scene } = memberOf(state, 'p1');
  const { card } = desk;
  if (card && min % 5 < tick) {
    if (scene) play.at(min, 'scene.close', { scene: scene.scene });
    play.at(min, 'desk.answer', { cardId: card.cardId, choice: card.right });
  }
}
