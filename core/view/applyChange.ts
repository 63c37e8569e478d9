import type { CallView, Change, MailView, RunView } from '@/core/contract/view';

/** The view after a change; what did not change is shared with the old one. Unknown mails and items are left alone. */
export function applyChange(view: RunView, change: Change): RunView {
  switch (change.type) {
    case 'clock':
      return { ...view, clock: change.clock };
    case 'length':
      return { ...view, run: { ...view.run, lengthMs: change.lengthMs } };
    case 'mail':
      return { ...view, mails: [...view.mails, change.mail] };
    case 'mailState':
      return withMail(view, change.mailId, (m) => ({ ...m, state: change.state, stateMs: change.simMs }));
    case 'mailOpened':
      return withMail(view, change.mailId, (m) => ({ ...m, opened: true }));
    case 'followUp':
      return withMail(view, change.mailId, (m) => ({ ...m, followUpDue: true }));
    case 'later':
      return { ...view, later: [...view.later, change.later] };
    case 'laterGone':
      return { ...view, later: view.later.filter((l) => l.laterId !== change.laterId) };
    case 'laterCleared':
      return { ...view, later: [], notices: [...view.notices, ...change.notices] };
    case 'call':
      return { ...view, calls: withCall(view.calls, change.call) };
    case 'fact':
      return {
        ...view,
        facts: view.facts.some((f) => f.id === change.fact.id) ? view.facts : [...view.facts, change.fact],
      };
    case 'mission':
      return {
        ...view,
        mission: view.mission.map((m) => (m.id === change.item.id ? { ...m, ...change.item } : m)),
      };
    case 'desk':
      return { ...view, desk: change.desk };
    case 'notice':
      return { ...view, notices: [...view.notices, change.notice] };
    case 'ended':
      return { ...view, ended: { reason: change.reason, simMs: change.simMs } };
  }
}

function withCall(calls: readonly CallView[], call: CallView): CallView[] {
  return calls.some((c) => c.callId === call.callId)
    ? calls.map((c) => (c.callId === call.callId ? call : c))
    : [...calls, call];
}

function withMail(view: RunView, mailId: string, change: (mail: MailView) => MailView): RunView {
  return { ...view, mails: view.mails.map((m) => (m.mailId === mailId ? change(m) : m)) };
}
