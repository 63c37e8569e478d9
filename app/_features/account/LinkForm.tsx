'use client';

import { useEffect, useState } from 'react';
import { ActionForm, type Refusals } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Field } from '../../_ui/Field';

type Name = 'working' | 'title' | 'newTitle' | 'resetTitle' | 'gone' | 'goneNote' | 'signIn' | 'email';
type FieldName = 'name' | 'nameNote' | 'password' | 'passwordNote' | 'create' | 'reset';
export type LinkTexts = Record<Name | FieldName, string>;

interface Purpose {
  email: string | null;
  /** Whether there is an account already, which gets a new password. */
  known: boolean;
}

/** Asks what the token after the `#` is for, then for a password. It never stands in an address that is sent or logged. */
export function LinkForm({ texts, refusals }: { texts: LinkTexts; refusals: Refusals }) {
  const [token, setToken] = useState('');
  const [purpose, setPurpose] = useState<Purpose | 'gone' | null>(null);
  useEffect(() => {
    const found = location.hash.slice(1);
    setToken(found);
    void purposeOf(found).then((is) => setPurpose(is ?? 'gone'));
  }, []);
  if (purpose === null)
    return (
      <>
        <h1 className="text-3xl font-semibold tracking-tight">{texts.title}</h1>
        <p role="status" className="mt-3 text-lg text-soft">
          {texts.working}
        </p>
      </>
    );
  if (purpose === 'gone') return <Gone texts={texts} />;
  return <Form {...{ texts, refusals, token, purpose }} />;
}

const Gone = ({ texts }: { texts: LinkTexts }) => (
  <>
    <h1 className="text-3xl font-semibold tracking-tight">{texts.gone}</h1>
    <p className="mt-3 text-lg text-soft">{texts.goneNote}</p>
    <a href="/sign-in" className={buttonClass('primary', 'md', 'mt-6')}>
      {texts.signIn}
    </a>
  </>
);

function Form({
  texts,
  refusals,
  token,
  purpose,
}: {
  texts: LinkTexts;
  refusals: Refusals;
  token: string;
  purpose: Purpose;
}) {
  const { email, known } = purpose;
  return (
    <>
      <h1 className="mb-6 text-3xl font-semibold tracking-tight">
        {known ? texts.resetTitle : texts.newTitle}
      </h1>
      <ActionForm action="/api/link/use" refusals={refusals} className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <Field
          label={texts.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          {...(email !== null && { value: email, readOnly: true })}
        />
        {!known && (
          <Field
            label={texts.name}
            name="name"
            autoComplete="name"
            maxLength={80}
            required
            note={texts.nameNote}
          />
        )}
        <Field
          label={texts.password}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
          required
          note={texts.passwordNote}
        />
        <button type="submit" className={buttonClass('primary', 'lg')}>
          {known ? texts.reset : texts.create}
        </button>
      </ActionForm>
    </>
  );
}

async function purposeOf(token: string): Promise<Purpose | null> {
  const body = new URLSearchParams({ token });
  const response = await fetch('/api/link/look', { method: 'POST', body }).catch(() => null);
  const found: unknown = response?.ok ? await response.json() : null;
  if (found === null || typeof found !== 'object' || !('email' in found) || !('known' in found)) return null;
  return { email: found.email === null ? null : String(found.email), known: found.known === true };
}
