'use client';

import { type FormEvent, type ReactNode, useState } from 'react';

/** Sentences by code of refusal. */
export type Refusals = Record<string, string> & { other: string };

/**
 * A form that does something and then goes where the server says. A plain form where scripts are off: then the server
 * leads to a page with the code of a refusal in its address, which hands it in as `refused`. With scripts the form stays
 * filled in. As in PostForm, they make the request name its origin on addresses that are not secure ones.
 */
export function ActionForm({
  action,
  refusals,
  refused = null,
  className,
  onAnswer,
  onGo,
  children,
}: {
  action: string;
  refusals: Refusals;
  refused?: string | null;
  className?: string;
  /** Takes an answer that leads nowhere. */
  onAnswer?: (answer: object) => void;
  /** It is done, and the page is about to be left for where the server says. */
  onGo?: () => void;
  children: ReactNode;
}) {
  const [reason, setReason] = useState(refused === null ? null : reasonOf(refusals, refused));
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setReason(null);
    const { submitter } = event.nativeEvent as SubmitEvent;
    const answer = await post(action, new FormData(event.currentTarget, submitter));
    if ('go' in answer) {
      onGo?.();
      return location.assign(String(answer.go));
    }
    setBusy(false);
    if ('code' in answer) setReason(reasonOf(refusals, String(answer.code)));
    else onAnswer?.(answer);
  };
  return (
    <form
      method="post"
      action={action}
      className={className}
      aria-busy={busy}
      onSubmit={(event) => void submit(event)}
    >
      {reason !== null && (
        <p role="alert" className="mb-4 rounded-xl bg-bad-wash px-4 py-3 text-bad">
          {reason}
        </p>
      )}
      {children}
    </form>
  );
}

const reasonOf = (refusals: Refusals, code: string): string => refusals[code] ?? refusals.other;

/** The server's answer; where there was none, a refusal without a sentence of its own. */
async function post(action: string, form: FormData): Promise<object> {
  const body = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') body.append(name, value);
  const headers = { accept: 'application/json' };
  const response = await fetch(action, { method: 'POST', headers, body }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  return answer !== null && typeof answer === 'object' ? answer : { code: 'busy' };
}
