'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';
import { fieldClass } from '../../_ui/Field';

type Outcome = { lines: string[] } | { said: string } | null;

/** Takes a file in. All that is wrong with it is listed, and the choice stays, to be handed in again when it is mended. */
export function ImportForm() {
  const t = useTranslations('library.import');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') return setOutcome({ said: t('empty') });
    setBusy(true);
    setOutcome(null);
    const answer = await handIn(file);
    if ('go' in answer) return location.assign(String(answer.go));
    setBusy(false);
    setOutcome(outcomeOf(answer, t('failed')));
  };
  return (
    <section id="import" className="mt-12 max-w-3xl scroll-mt-6">
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      <p className="mt-1 text-soft">{t('note')}</p>
      <form
        method="post"
        action="/api/scenarios/import"
        encType="multipart/form-data"
        aria-busy={busy}
        onSubmit={(event) => void submit(event)}
        className="mt-4 grid items-end gap-3 sm:grid-cols-[1fr_auto]"
      >
        <label className="block min-w-0">
          <span className="mb-1 block font-medium">{t('file')}</span>
          <input
            type="file"
            name="file"
            accept=".yaml,.yml,.json,.xlsx"
            className={`${fieldClass} py-2 file:mr-3 file:rounded file:border-0 file:bg-well file:px-2 file:py-0.5 file:text-ink`}
          />
        </label>
        <button type="submit" className={buttonClass('plain', 'md', 'min-h-11')}>
          {t('submit')}
        </button>
      </form>
      <p className="mt-3 text-sm text-soft">
        {t('template')}{' '}
        {(['xlsx', 'yaml', 'json'] as const).map((form) => (
          <a
            key={form}
            href={`/api/scenario-template.${form}`}
            aria-label={t('templateAs', { form })}
            className="mr-3 inline-flex min-h-6 items-center text-mail underline underline-offset-4"
          >
            .{form}
          </a>
        ))}
      </p>
      {outcome && <Said outcome={outcome} />}
    </section>
  );
}

function Said({ outcome }: { outcome: NonNullable<Outcome> }) {
  const t = useTranslations('library.import');
  return (
    <div role="alert" className="mt-4 rounded-xl bg-bad-wash px-4 py-3 text-bad">
      {'said' in outcome ? (
        outcome.said
      ) : (
        <>
          <p className="font-medium">{t('problems', { n: outcome.lines.length })}</p>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {outcome.lines.map((line) => (
              <li key={line} className="break-words">
                {line}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

async function handIn(file: File): Promise<object> {
  const address = `/api/scenarios/import?name=${encodeURIComponent(file.name)}`;
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await fetch(address, { method: 'POST', headers, body: file }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  return answer !== null && typeof answer === 'object' ? answer : {};
}

function outcomeOf(answer: object, failed: string): NonNullable<Outcome> {
  if ('lines' in answer && Array.isArray(answer.lines)) return { lines: answer.lines.map(String) };
  return { said: 'title' in answer ? String(answer.title) : failed };
}
