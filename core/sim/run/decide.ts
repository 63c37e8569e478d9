import type { CommandBody, WorldCommand } from '@/core/contract/command';
import type { Actor, EventData, NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { limits } from '@/core/contract/limits';
import { type CallCommand, decideCall, isBlocked } from '../call/decide';
import { cutOff } from '../call/due';
import { cardOf } from '../desk/card';
import { minute } from '../time/localTime';
import { engineVersion, type World } from '../world';
import { accept, type Decided, no } from './decided';
import { alone, isMember, memberOf } from './member';
import { reminderEvents, sendEvents } from './send';
import type { RunState } from './state';

/** The first events of a run: what it is, and the first desk card of everybody in the team. */
export function startRun(world: World, members: readonly Member[] = [alone]): NewEvent[] {
  const { scenario, mode, seed, receipts } = world.header;
  const started: NewEvent = {
    type: 'run.started',
    simMs: 0,
    actor: 'world',
    data: {
      mode,
      scenario: scenario.slug,
      version: scenario.version,
      lengthMs: world.lengthMs,
      start: scenario.start,
      receipts,
      engineVersion,
      seed,
      ...(members.some((m) => m !== alone) && { members: [...members] }),
    },
  };
  return [started, ...members.map((member) => cardShown(world, member, 1, 0))];
}

/** Somebody comes into the team of a run that is under way: a desk of their own, with its first card (P8). */
export function admit(state: RunState, member: Member, now: number): NewEvent[] {
  if (!state.started || state.ended || state.members.has(member)) return [];
  return [
    { type: 'member.joined', simMs: now, actor: 'world', data: { member } },
    cardShown(state.world, member, 1, now),
  ];
}

function cardShown(world: World, member: Member, n: number, now: number): NewEvent {
  const { scenario, runIndex } = world.header;
  const data: EventData<'desk.shown'> = cardOf(scenario, world.seed, { runIndex, member }, n);
  if (member !== alone) data.member = member;
  return { type: 'desk.shown', simMs: now, actor: 'world', data };
}

/**
 * What a command does to a run at simulated time `now`: the events to append, or why not. Pure. Everything due up to `now`
 * must have been applied before (T4). A command that changes nothing is accepted with no events.
 */
export function decide(state: RunState, command: WorldCommand, now: number, actor: Actor): Decided {
  if (!state.started) return no('notRunning');
  if (state.ended) return command.name === 'mail.open' ? accept() : no('ended');
  if (state.clock.state === 'paused' && !readsOnly(command)) return no('paused');
  if (isBlocked(state, command, actor)) return no('blocked');
  const decided = decideOne(state, command, now, actor);
  if (!decided.ok || decided.events.length === 0) return decided;
  const left = leaveScene(state, command, now, actor);
  if (left) decided.events.unshift(left);
  return decided;
}

const isCallCommand = (command: WorldCommand): command is CallCommand => command.name.startsWith('call.');

const readsOnly = (command: WorldCommand): boolean =>
  command.name === 'mail.open' || command.name === 'scene.open' || command.name === 'scene.close';

function decideOne(state: RunState, command: WorldCommand, now: number, actor: Actor): Decided {
  if (isCallCommand(command)) return decideCall(state, command, now, actor);
  switch (command.name) {
    case 'mail.send':
      return mailRefusal(state, command.body) ?? accept(...sendEvents(state, command.body, now, actor));
    case 'mail.sendLater':
      return mailRefusal(state, command.body) ?? schedule(state, command.body, now, actor);
    case 'mail.cancelLater':
      return cancelLater(state, command.body.laterId, now, actor);
    case 'mail.undo':
      return undo(state, command.body.mailId, now, actor);
    case 'mail.remind':
      return remind(state, command.body, now, actor);
    case 'mail.open':
      return open(state, command.body.mailId, now, actor);
    case 'scene.open':
      return openScene(state, command.body, now, actor);
    case 'scene.close':
      return memberOf(state, actor).scene?.scene === command.body.scene
        ? accept(sceneClosed(command.body.scene, 'left', now, actor))
        : accept();
    case 'desk.answer':
      return answerCard(state, command.body, now, actor);
    case 'run.finish':
      return accept(...cutOff(state, now), {
        type: 'run.ended',
        simMs: now,
        actor,
        data: { reason: 'finished' },
      });
    case 'run.closeDay':
      return closeDay(state, now, actor);
  }
}

const leavesWriting: ReadonlySet<WorldCommand['name']> = new Set([
  'desk.answer',
  'mail.open',
  'scene.open',
  'run.finish',
  'run.closeDay',
  'call.dial',
  'call.accept',
]);

/** T8: whatever is done next ends a reading; sending ends the writing; a desk card ends both. */
function leaveScene(state: RunState, command: WorldCommand, now: number, actor: Actor): NewEvent | null {
  const { scene } = memberOf(state, actor);
  if (!scene || command.name === 'scene.close') return null;
  if (scene.scene === 'read') return sceneClosed('read', 'left', now, actor);
  const sends = command.name === 'mail.send' || command.name === 'mail.sendLater';
  const leaves = leavesWriting.has(command.name);
  return sends || leaves ? sceneClosed('compose', sends ? 'sent' : 'left', now, actor) : null;
}

const sceneClosed = (
  scene: 'compose' | 'read',
  reason: 'left' | 'sent',
  now: number,
  actor: Actor,
): NewEvent => ({
  type: 'scene.closed',
  simMs: now,
  actor,
  data: { scene, reason },
});

type LetterBody = CommandBody<'mail.send'>;

function mailRefusal(state: RunState, body: LetterBody): Decided | null {
  const { world } = state;
  if (world.header.mode === 'call') return no('wrongMode');
  if (!world.people.has(body.to) || !fitsThread(state, body)) return no('unknown');
  if (body.asks.some((id) => !world.requests.has(id))) return no('unknown');
  if (body.details.some((id) => !state.facts.has(id))) return no('unknownDetail');
  if (body.text.trim() === '' && body.asks.length === 0 && body.details.length === 0) return no('emptyMail');
  if (state.counters.mail >= limits.mailsPerRun) return no('tooMany');
  return null;
}

function fitsThread(state: RunState, { to, threadId, inReplyTo }: LetterBody): boolean {
  if (threadId !== undefined && state.threads.get(threadId)?.contact !== to) return false;
  if (inReplyTo === undefined) return true;
  const answered = state.mails.get(inReplyTo);
  return answered !== undefined && answered.contact === to && answered.threadId === threadId;
}

function schedule(
  state: RunState,
  { inMin, ...body }: CommandBody<'mail.sendLater'>,
  now: number,
  actor: Actor,
): Decided {
  if (state.later.size >= limits.laterPerRun) return no('tooMany');
  const { to, subject, text, asks, details, threadId, inReplyTo, followUpMin } = body;
  return accept({
    type: 'mail.scheduled',
    simMs: now,
    actor,
    data: {
      laterId: `l${state.counters.later + 1}`,
      due: now + inMin * minute,
      to,
      subject,
      text,
      asks,
      details,
      ...(threadId && { threadId }),
      ...(inReplyTo && { inReplyTo }),
      ...(followUpMin && { followUpMin }),
    },
  });
}

/** What is to be sent later, like a draft, belongs to whoever wrote it (P8). */
function cancelLater(state: RunState, laterId: string, now: number, actor: Actor): Decided {
  const later = state.later.get(laterId);
  if (!later) return no('unknown');
  if (later.actor !== actor) return no('matesOwn');
  return accept({ type: 'mail.unscheduled', simMs: now, actor, data: { laterId } });
}

function undo(state: RunState, mailId: string, now: number, actor: Actor): Decided {
  const mail = state.mails.get(mailId);
  if (mail?.from !== 'me' || mail.kind === 'forwarded') return no('unknown');
  if (mail.by !== actor) return no('matesOwn');
  if (mail.state === 'undone') return accept();
  const answered = [...state.mails.values()].some((m) => m.inReplyTo === mailId && m.from === 'them');
  if (mail.state !== 'delivered' || answered || now >= (mail.undoUntil ?? 0)) return no('undoTooLate');
  return accept({ type: 'mail.undone', simMs: now, actor, data: { mailId } });
}

function remind(
  state: RunState,
  { mailId, text }: CommandBody<'mail.remind'>,
  now: number,
  actor: Actor,
): Decided {
  const mail = state.mails.get(mailId);
  if (mail?.from !== 'me') return no('unknown');
  if (state.world.header.mode === 'call') return no('wrongMode');
  if (mail.state === 'undone' || mail.state === 'bounced' || mail.kind === 'forwarded')
    return no('notPossible');
  if (state.counters.mail >= limits.mailsPerRun) return no('tooMany');
  return accept(...reminderEvents(state, mail, text, now, actor));
}

function open(state: RunState, mailId: string, now: number, actor: Actor): Decided {
  const mail = state.mails.get(mailId);
  if (!mail) return no('unknown');
  if (mail.from === 'me' || mail.opened) return accept();
  return accept(
    { type: 'mail.opened', simMs: now, actor, data: { mailId } },
    { type: 'scene.opened', simMs: now, actor, data: { scene: 'read', mailId } },
  );
}

function openScene(
  state: RunState,
  { scene, mailId }: CommandBody<'scene.open'>,
  now: number,
  actor: Actor,
): Decided {
  if (mailId !== undefined && !state.mails.has(mailId)) return no('unknown');
  if (memberOf(state, actor).scene?.scene === scene) return accept();
  return accept({ type: 'scene.opened', simMs: now, actor, data: mailId ? { scene, mailId } : { scene } });
}

function answerCard(
  state: RunState,
  { cardId, choice }: CommandBody<'desk.answer'>,
  now: number,
  actor: Actor,
): Decided {
  const { card, shown } = memberOf(state, actor).desk;
  if (!card || card.cardId !== cardId) return no('cardGone');
  if (choice >= card.face.options.length) return no('unknown');
  return accept(
    { type: 'desk.done', simMs: now, actor, data: { cardId, choice, correct: choice === card.right } },
    cardShown(state.world, isMember(actor) ? actor : alone, shown + 1, now),
  );
}

/** T9: after the last required answer the remaining desk minutes are credited at the player's own rate, to a hundredth of a card. */
function closeDay(state: RunState, now: number, actor: Actor): Decided {
  const { requests, lengthMs } = state.world;
  const open = [...requests.values()].some(
    (r) => r.required && state.requests.get(r.id)?.answeredMs === null,
  );
  if (open || now === 0) return no('notPossible');
  const done = [...state.members.values()].reduce((sum, m) => sum + m.desk.done, 0);
  const creditedCards = Math.round((done / now) * (lengthMs - now) * 100) / 100;
  return accept(...cutOff(state, now), {
    type: 'run.ended',
    simMs: now,
    actor,
    data: { reason: 'closedDay', creditedCards },
  });
}
