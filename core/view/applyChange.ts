import type { CallView, Change, MailView, MissionItem, RunView } from '@/core/contract/view';
import { copyOfMail } from './publicMail';

/**
 * The view after changes; what did not change is shared with the old one. Unknown mails and items are left alone.
 * A copy is made and then changed: of a literal that names a copied field again, V8 makes a table, slow to make and to read.
 */
export function applyChanges(view: RunView, changes: readonly Change[]): RunView {
  const next = { ...view };
  changeInPlace(next, changes);
  return next;
}

/** The same for whoever alone holds the view: the view itself is changed, its lists and their members are replaced as before. */
export function changeInPlace(view: RunView, changes: readonly Change[]): void {
  for (const change of changes) changed(view, change);
}

/** The same for one change. */
export const applyChange = (view: RunView, change: Change): RunView => applyChanges(view, [change]);

function changed(view: RunView, change: Change): void {
  switch (change.type) {
    case 'clock':
      view.clock = change.clock;
      return;
    case 'length':
      view.run = { ...view.run };
      view.run.lengthMs = change.lengthMs;
      return;
    case 'mail':
      view.mails = [...view.mails, change.mail];
      return;
    case 'mailState':
      changeMail(view, change.mailId, (m) => {
        m.state = change.state;
        m.stateMs = change.simMs;
      });
      return;
    case 'mailOpened':
      changeMail(view, change.mailId, (m) => {
        m.opened = true;
      });
      return;
    case 'followUp':
      changeMail(view, change.mailId, (m) => {
        m.followUpDue = true;
      });
      return;
    case 'later':
      view.later = [...view.later, change.later];
      return;
    case 'laterGone':
      view.later = view.later.filter((l) => l.laterId !== change.laterId);
      return;
    case 'laterCleared':
      view.later = [];
      view.notices = [...view.notices, ...change.notices];
      return;
    case 'call':
      view.calls = withCall(view.calls, change.call);
      return;
    case 'fact':
      if (!view.facts.some((f) => f.id === change.fact.id)) view.facts = [...view.facts, change.fact];
      return;
    case 'mission':
      view.mission = withMission(view.mission, change.item);
      return;
    case 'desk':
      view.desk = change.desk;
      return;
    case 'notice':
      view.notices = [...view.notices, change.notice];
      return;
    case 'ended':
      view.ended = { reason: change.reason, simMs: change.simMs };
  }
}

function withCall(calls: readonly CallView[], call: CallView): CallView[] {
  const at = calls.findLastIndex((c) => c.callId === call.callId);
  return at < 0 ? [...calls, call] : withAt(calls, at, call);
}

function changeMail(view: RunView, mailId: string, change: (mail: MailView) => void): void {
  const at = view.mails.findLastIndex((m) => m.mailId === mailId);
  const mail = view.mails[at];
  if (!mail) return;
  const copy = copyOfMail(mail);
  change(copy);
  view.mails = withAt(view.mails, at, copy);
}

type MissionChange = Extract<Change, { type: 'mission' }>['item'];

function withMission(mission: MissionItem[], now: MissionChange): MissionItem[] {
  const at = mission.findIndex((item) => item.id === now.id);
  const item = mission[at];
  if (!item) return mission;
  return withAt(mission, at, {
    id: item.id,
    title: item.title,
    contact: item.contact,
    required: item.required,
    needs: item.needs,
    ask: item.ask,
    state: now.state,
    askedMs: now.askedMs,
    answeredMs: now.answeredMs,
    answer: now.answer,
  });
}

/** By hand: `Array.prototype.with` takes several times as long. */
function withAt<T>(list: readonly T[], at: number, member: T): T[] {
  const changed = list.slice();
  changed[at] = member;
  return changed;
}
