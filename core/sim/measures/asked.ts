import type { NewEvent } from '@/core/contract/event';

/** One request over a run, as far as mail is concerned. Times in simMs. */
export interface AskedRequest {
  request: string;
  /** First sending of a mail that asked it and reached somebody. */
  askedMs: number | null;
  /** Fulfilled by an answer, or rejected because every mail that asked it bounced (A3). */
  answeredMs: number | null;
  rejectedMs: number | null;
}

interface Asking {
  mailId: string;
  simMs: number;
  requests: string[];
  fate: 'live' | 'undone' | 'bounced';
  fateMs: number;
}

/** When each request was first asked by mail and how it was settled, from the log alone. */
export function askedRequests(log: readonly NewEvent[], requests: readonly string[]): AskedRequest[] {
  const mails = new Map<string, Asking>();
  const answered = new Map<string, number>();
  for (const event of log) {
    if (event.type === 'mail.sent') {
      const { mailId, matched } = event.data;
      mails.set(mailId, {
        mailId,
        simMs: event.simMs,
        requests: matched.map((m) => m.request),
        fate: 'live',
        fateMs: event.simMs,
      });
    } else if (event.type === 'mail.undone' || event.type === 'mail.bounced') {
      const mail = mails.get(event.data.mailId);
      if (!mail) continue;
      mail.fate = event.type === 'mail.undone' ? 'undone' : 'bounced';
      mail.fateMs = event.simMs;
    } else if (event.type === 'mail.received' || event.type === 'call.heard') {
      for (const id of event.data.answers) if (!answered.has(id)) answered.set(id, event.simMs);
    }
  }
  const all = [...mails.values()];
  return requests.map((id) => settle(id, all, answered.get(id) ?? null));
}

function settle(request: string, mails: readonly Asking[], answeredMs: number | null): AskedRequest {
  const asking = mails.filter((m) => m.fate !== 'undone' && m.requests.includes(request));
  const bounced = asking.filter((m) => m.fate === 'bounced');
  const rejected = asking.length > 0 && bounced.length === asking.length;
  return {
    request,
    askedMs: asking[0]?.simMs ?? null,
    answeredMs,
    rejectedMs: rejected && answeredMs === null ? Math.max(...bounced.map((m) => m.fateMs)) : null,
  };
}

/** Half-open intervals in which a request was in flight; an ignored one stays so to the end. */
export function inFlight(
  asked: readonly AskedRequest[],
  end: number,
): Array<{ request: string; from: number; to: number }> {
  return asked.flatMap(({ request, askedMs, answeredMs, rejectedMs }) => {
    const to = answeredMs ?? rejectedMs ?? end;
    return askedMs === null || to < askedMs ? [] : [{ request, from: askedMs, to: Math.min(to, end) }];
  });
}
