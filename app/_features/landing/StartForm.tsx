'use client';

import type { ReactNode } from 'react';

/**
 * Begins a solo run. A plain form where scripts are off; with scripts the request names its origin, which browsers keep
 * back from forms of pages without referrer when the address is not a secure one, such as a laptop in a classroom.
 */
export function StartForm({
  scenario,
  className,
  children,
}: {
  scenario: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form
      method="post"
      action="/api/solo"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void start(scenario);
      }}
    >
      <input type="hidden" name="scenario" value={scenario} />
      {children}
    </form>
  );
}

async function start(scenario: string): Promise<void> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch('/api/solo', {
    method: 'POST',
    headers,
    body: JSON.stringify({ scenario }),
  }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  location.assign(whereTo(answer));
}

function whereTo(answer: unknown): string {
  if (answer !== null && typeof answer === 'object') {
    if ('seat' in answer) return `/play/${String(answer.seat)}`;
    if ('code' in answer) return `/?refused=${encodeURIComponent(String(answer.code))}`;
  }
  return '/?refused=busy';
}
