import type { Draft } from '@/core/contract/draft';
import type { AuthoredMail, Request } from '@/core/contract/scenario';

export type Kind = 'recipients' | 'requests' | 'mail' | 'details';

/** What would not make sense any more without something, by name; and what goes on without it. */
export interface Dependants {
  /** Removed along with it. */
  requests: string[];
  mail: string[];
  /** Only lose what tied them to it. */
  loosened: string[];
}

/** What depends on something of the draft. */
export function dependantsOf(draft: Draft, kind: Kind, id: string): Dependants {
  const rest = withoutItem(draft, kind, id);
  const gone = <T extends { id: string }>(before: readonly T[], after: readonly T[]) =>
    before.filter((x) => x.id !== id && !after.some((y) => y.id === x.id));
  const changed = <T extends { id: string }>(before: readonly T[], after: readonly T[]) =>
    before.filter((x) => after.some((y) => y.id === x.id) && !after.includes(x));
  return {
    requests: gone(draft.requests, rest.requests).map((r) => r.title),
    mail: gone(draft.mail, rest.mail).map((m) => m.subject),
    loosened: [
      ...changed(draft.recipients, rest.recipients).map((r) => r.name),
      ...changed(draft.requests, rest.requests).map((r) => r.title),
      ...changed(draft.mail, rest.mail).map((m) => m.subject),
    ],
  };
}

/** The draft without one thing and without all that only made sense with it, so that no name leads nowhere. */
export function withoutItem(draft: Draft, kind: Kind, id: string): Draft {
  if (kind === 'recipients') return withoutRecipient(draft, id);
  if (kind === 'requests') return withoutRequests(draft, [id]);
  if (kind === 'mail') return { ...draft, mail: draft.mail.filter((m) => m.id !== id) };
  return withoutDetail(draft, id);
}

function withoutRecipient(draft: Draft, id: string): Draft {
  const theirs = draft.requests.filter((r) => r.recipient === id).map((r) => r.id);
  const rest = withoutRequests(draft, theirs);
  return {
    ...rest,
    mail: rest.mail.filter((m) => m.from !== id),
    recipients: rest.recipients
      .filter((r) => r.id !== id)
      .map((r) => {
        if (r.outOfOffice?.deputy !== id) return r;
        const { outOfOffice, ...here } = r;
        return here;
      }),
  };
}

function withoutRequests(draft: Draft, ids: readonly string[]): Draft {
  const facts = draft.requests.filter((r) => ids.includes(r.id)).flatMap((r) => r.gives ?? []);
  const rest: Draft = {
    ...draft,
    requests: draft.requests.filter((r) => !ids.includes(r.id)),
    mail: draft.mail.filter((m) => !ids.includes(awaited(m) ?? '')),
  };
  // A fact that nobody tells any more cannot be needed; one that a mail tells too, or that is known anyway, stays.
  return facts
    .filter((f) => !draft.details.some((d) => d.id === f && d.known) && !rest.mail.some((m) => m.gives === f))
    .reduce(withoutDetail, rest);
}

/** The request whose course makes a mail arrive. */
export function awaited({ on }: AuthoredMail): string | null {
  if (!on) return null;
  if ('asked' in on) return on.asked;
  if ('answered' in on) return on.answered;
  return 'notAnsweredAfter' in on ? on.notAnsweredAfter.request : null;
}

function withoutDetail(draft: Draft, id: string): Draft {
  const free = (r: Request): Request => {
    if (r.gives !== id && !r.details.includes(id) && !r.hidden.includes(id)) return r;
    const { gives, ...rest } = r;
    return {
      ...rest,
      ...(gives !== undefined && gives !== id && { gives }),
      details: r.details.filter((d) => d !== id),
      hidden: r.hidden.filter((d) => d !== id),
    };
  };
  const untold = (m: AuthoredMail): AuthoredMail => {
    if (m.gives !== id) return m;
    const { gives, ...rest } = m;
    return rest;
  };
  return {
    ...draft,
    details: draft.details.filter((d) => d.id !== id),
    requests: draft.requests.map(free),
    mail: draft.mail.map(untold),
  };
}
