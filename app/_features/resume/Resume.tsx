'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';

export interface ResumeTexts {
  working: string;
  failed: string;
  again: string;
}

/** Exchanges the token after the `#` for a seat on this device. It never stands in an address that is sent or logged. */
export function Resume({ texts }: { texts: ResumeTexts }) {
  const [failed, setFailed] = useState(false);
  const exchange = async () => {
    setFailed(false);
    const seat = await seatFor(location.hash.slice(1)).catch(() => null);
    if (seat) location.replace(`/play/${seat}`);
    else setFailed(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => {
    void exchange();
  }, []);
  return (
    <div role="status" className="mt-3 text-lg text-soft">
      <p>{failed ? texts.failed : texts.working}</p>
      {failed && (
        <button type="button" onClick={exchange} className={buttonClass('primary', 'md', 'mt-5')}>
          {texts.again}
        </button>
      )}
    </div>
  );
}

async function seatFor(token: string): Promise<string | null> {
  if (token === '') return null;
  const answer = await fetch('/api/resume', { method: 'POST', body: new URLSearchParams({ token }) });
  const body: unknown = await answer.json();
  const found = answer.ok && typeof body === 'object' && body !== null && 'seat' in body;
  return found ? String(body.seat) : null;
}
