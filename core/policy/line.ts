import type { CallView } from '@/core/contract/view';
import type { Askable } from './outlook';
import { actMs, happens } from './player';
import { askable, callNow, cardsDone } from './seen';
import { act, type Sight, type Step } from './step';

/** Whatever a call asks for: taking it, listening, speaking, leaving a message, hanging up. */
export function onTheLine(sight: Sight): Step | null {
  const call = callNow(sight);
  if (!call) return null;
  const { player, mind } = sight;
  const { callId } = call;
  switch (call.phase) {
    case 'ringing':
      if (call.direction === 'in')
        return act(sight, { name: 'call.accept', body: { callId } }, actMs(player, 'dial', mind.acts), {
          away: true,
        });
      return { wait: null, mind };
    case 'voicemail':
      return atTheTone(sight, call);
    case 'connected':
      return talk(sight, call);
    default:
      return { wait: null, mind };
  }
}

/** Half of the times a message is left, after the greeting. */
function atTheTone(sight: Sight, call: CallView): Step {
  const { player, mind } = sight;
  const { callId } = call;
  const spoken = heardUntil(call);
  if (call.messageLeft) return { wait: null, mind };
  if (spoken > sight.now) return { wait: spoken, mind };
  const wanted = askable(sight).find((a) => a.to === call.contact);
  if (call.deputy !== null || !wanted || !happens(player, 'leavesMessage', callId))
    return act(sight, { name: 'call.hangUp', body: { callId } }, actMs(player, 'hangUp', mind.acts));
  const body = { callId, text: '', asks: [wanted.item.id], details: wanted.details };
  return act(sight, { name: 'call.leaveVoicemail', body }, actMs(player, 'choose', mind.acts));
}

/** Says what there is to say when the other side is silent; hangs up when nothing is left. */
function talk(sight: Sight, call: CallView): Step {
  const { player, mind } = sight;
  const { callId } = call;
  const last = call.lines.at(-1);
  if (!last || last.from === 'me' || call.looking) return { wait: null, mind };
  if (last.untilMs > sight.now) return { wait: last.untilMs, mind };
  const { known } = sight.outlook;
  const choose = actMs(player, 'choose', mind.acts);
  const given = (id: string) => call.lines.some((l) => l.from === 'me' && l.details.includes(id));
  const wanted = call.missing.filter((id) => known.has(id) && !given(id));
  if (call.missing.length > 0 && wanted.length === call.missing.length)
    return act(sight, { name: 'call.say', body: { callId, text: '', asks: [], details: wanted } }, choose);
  const said = (id: string) => call.lines.some((l) => l.asks.includes(id));
  const next = askable(sight).find((a) => a.to === call.contact && !said(a.item.id));
  if (!next) return act(sight, { name: 'call.hangUp', body: { callId } }, actMs(player, 'hangUp', mind.acts));
  const body = { callId, text: '', asks: [next.item.id], details: next.details };
  return act(sight, { name: 'call.say', body }, choose);
}

const heardUntil = (call: CallView): number => call.lines.at(-1)?.untilMs ?? call.phaseMs;

/** When this player would ring about a thing: at once, or some time after the last call that did not settle it. */
export function ringAt(sight: Sight, { item, to }: Askable): number {
  const { view, player } = sight;
  const last = view.calls.findLast((c) => c.contact === to && c.phase === 'ended');
  if (!last || last.endedMs === null) return 0;
  const spoken = last.connectedMs !== null;
  if (spoken && !last.lines.some((l) => l.asks.includes(item.id))) return 0;
  return last.endedMs + sight.outlook.patienceMs(player.habits.redialMin, last.callId);
}

/** Rings the first person who can be asked something and is not being given time. */
export function ring(sight: Sight, wanted: readonly Askable[]): Step | null {
  const { view, player, mind, now } = sight;
  if (player.skill.hesitates && cardsDone(sight) === mind.cardsAtDial) return null;
  const dead = (to: string) => view.calls.some((c) => c.contact === to && c.end === 'unobtainable');
  const next = wanted.find((a) => ringAt(sight, a) <= now && !dead(a.to));
  if (!next) return null;
  const command = { name: 'call.dial', body: { to: next.to } } as const;
  return act(sight, command, actMs(player, 'dial', mind.acts), { cardsAtDial: cardsDone(sight), away: true });
}
