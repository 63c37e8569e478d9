'use client';

import { type ReactNode, useState } from 'react';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Dialog } from '../../_ui/Dialog';
import { Field } from '../../_ui/Field';

const action = '/api/scenarios';

interface Texts {
  heading: string;
  close: string;
  title: string;
  note: string;
  begin: string;
  refused: string;
}

/**
 * Asks for the title of a new scenario first, because the address that is made of it stays. Without scripts the button, `children`,
 * begins one without a title.
 */
export function TitleFirst({ texts, children }: { texts: Texts; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <form
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </form>
      {open && (
        <Dialog title={texts.heading} close={texts.close} onClose={() => setOpen(false)}>
          <ActionForm action={action} refusals={{ other: texts.refused }} className="grid gap-4">
            <Field label={texts.title} note={texts.note} name="title" maxLength={80} autoComplete="off" />
            <button type="submit" className={buttonClass('primary', 'md', 'justify-self-start')}>
              {texts.begin}
            </button>
          </ActionForm>
        </Dialog>
      )}
    </>
  );
}
