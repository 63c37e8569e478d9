'use client';

import { broken } from './_messages/broken';
import { buttonClass } from './_ui/buttonClass';

/** Shown when a page could not be made. Stands alone: texts may be the thing that failed. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto w-full max-w-3xl px-5 py-16">
      <h1 className="text-3xl font-semibold tracking-tight">{broken.title}</h1>
      <p className="mt-3 max-w-[56ch] text-lg text-soft">{broken.text}</p>
      <button type="button" onClick={reset} className={buttonClass('primary', 'md', 'mt-6')}>
        {broken.again}
      </button>
    </main>
  );
}
