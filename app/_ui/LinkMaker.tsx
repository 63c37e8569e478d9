'use client';

import { type ReactNode, useState } from 'react';
import { ActionForm, type Refusals } from './ActionForm';
import { buttonClass } from './buttonClass';
import { fieldClass } from './Field';

export type LinkMakerTexts = Record<'link' | 'copy' | 'copied' | 'note', string>;

/** A form that makes a one-time link, and the link, which is shown this once. */
export function LinkMaker({
  action,
  texts,
  refusals,
  className,
  children,
}: {
  action: string;
  texts: LinkMakerTexts;
  refusals: Refusals;
  className?: string;
  children: ReactNode;
}) {
  const [link, setLink] = useState<string | null>(null);
  return (
    <>
      <ActionForm
        action={action}
        refusals={refusals}
        className={className ?? ''}
        onAnswer={(answer) => setLink('link' in answer ? String(answer.link) : null)}
      >
        {children}
      </ActionForm>
      {link !== null && <NewLink key={link} link={link} texts={texts} />}
    </>
  );
}

function NewLink({ link, texts }: { link: string; texts: LinkMakerTexts }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Where the address is not a secure one there is no clipboard: the link stays selected, to be copied by hand.
    await navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  return (
    <div role="status" className="mt-4 w-full rounded-xl border border-line bg-panel p-4">
      <label className="block">
        <span className="mb-1 block font-medium">{texts.link}</span>
        <input
          readOnly
          value={link}
          className={`${fieldClass} font-mono text-sm`}
          onFocus={(event) => event.target.select()}
          // biome-ignore lint/a11y/noAutofocus: it has just been asked for, and is there this once.
          autoFocus
        />
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="button" className={buttonClass('plain')} onClick={() => void copy()}>
          {copied ? texts.copied : texts.copy}
        </button>
        <p className="text-sm text-soft">{texts.note}</p>
      </div>
    </div>
  );
}
