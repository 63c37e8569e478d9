'use client';

import type { ReactNode } from 'react';

/**
 * A form that begins a run and goes to it. A plain form where scripts are off; with scripts the request names its
 * origin, which browsers keep back from forms of pages without referrer when the address is not a secure one, such as a
 * laptop in a classroom. The pressed button's name and value are sent along. A refusal is told at `refusedAt`.
 */
export function PostForm({
  action,
  refusedAt = '/',
  className,
  children,
}: {
  action: '/api/solo' | '/api/next';
  refusedAt?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={action}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        void post(action, new FormData(event.currentTarget, submitter), refusedAt);
      }}
    >
      {children}
    </form>
  );
}

async function post(action: string, form: FormData, refusedAt: string): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') body.append(name, value);
  const headers = { accept: 'application/json' };
  const response = await fetch(action, { method: 'POST', headers, body }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  location.assign(whereTo(answer, refusedAt));
}

function whereTo(answer: unknown, refusedAt: string): string {
  if (answer !== null && typeof answer === 'object') {
    if ('seat' in answer) return `/play/${String(answer.seat)}`;
    if ('code' in answer) return `${refusedAt}?refused=${encodeURIComponent(String(answer.code))}`;
  }
  return `${refusedAt}?refused=busy`;
}
