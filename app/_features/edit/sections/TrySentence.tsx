import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { Request } from '@/core/contract/scenario';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft } from '../editorContext';
import { focusSoon } from '../focus';
import { controlClass } from '../form/FieldFrame';
import { type Remedies, remediesFor, type Understood, understood } from '../model/understood';
import { useSettled } from './useSettled';

const longest = 200;

/** What a participant might write, and what it would be taken for in a run. One that is taken for something else can be added. */
export function TrySentence({
  id: asked,
  onAdd,
  onKeyword,
}: {
  id: string;
  onAdd: (sentence: string) => void;
  onKeyword: (word: string) => void;
}) {
  const t = useTranslations('editor.try');
  const id = useId();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  // As long as nothing is tried, it has to do with nothing in the document; and a key waits for none of it.
  const draft = useDeferredValue(useDraft((d) => (settled === '' ? null : d)));
  const request = draft?.requests.find((r) => r.id === asked);
  const { result, own, remedies } = useMemo(() => {
    if (!draft || !request || settled === '') return { result: null, own: false, remedies: null };
    const found = understood(draft, request, settled);
    const asMeant = found.taken?.id === request.id;
    const helpless = asMeant || found.words.length === 0;
    return { result: found, own: asMeant, remedies: helpless ? null : remediesFor(draft, request, settled) };
  }, [draft, request, settled]);
  const press = (act: () => void) => () => {
    act();
    focusSoon(id);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {t('label')}
      </label>
      <input
        id={id}
        autoComplete="off"
        maxLength={longest}
        className={controlClass}
        aria-describedby={`${id}-note`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-note`} className="mt-1 text-sm text-soft">
        {t('note')}
      </p>
      <div role="status" className="mt-2 grid gap-1 text-sm empty:hidden">
        {result && request && <Verdict request={request} result={result} own={own} />}
        {remedies && <Advice remedies={remedies} />}
      </div>
      {remedies && (
        <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
          {remedies.phrasing && (
            <button type="button" className={buttonClass('plain')} onClick={press(() => onAdd(settled))}>
              {t('add')}
            </button>
          )}
          {remedies.keywords.map((word) => (
            <button
              key={word}
              type="button"
              className={buttonClass('plain')}
              onClick={press(() => onKeyword(word))}
            >
              {t('addKeyword', { word })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What to do about it: only what was tried out and works. */
function Advice({ remedies: { phrasing, keywords, harmed } }: { remedies: Remedies }) {
  const t = useTranslations('editor.try');
  const format = useFormatter();
  const titles = format.list(harmed.map(({ title }) => t('word', { word: title })));
  return (
    <>
      <p>{t('helps', { count: (phrasing ? 1 : 0) + keywords.length })}</p>
      {harmed.length > 0 && <p className="text-call">{t('harms', { titles })}</p>}
    </>
  );
}

function Verdict({ request, result, own }: { request: Request; result: Understood; own: boolean }) {
  const t = useTranslations('editor.try');
  const format = useFormatter();
  const recipients = useDraft((d) => d.recipients);
  const nameOf = (id: string) => recipients.find((r) => r.id === id)?.name ?? '';
  const { taken, words } = result;
  const list = (known: boolean) =>
    format.list(words.filter((w) => w.known === known).map(({ word }) => t('word', { word })));
  const all = words.every((w) => w.known);
  const none = words.every((w) => !w.known);
  if (taken && own) return <p className="font-medium text-desk">{t('own')}</p>;
  return (
    <>
      {taken ? (
        <p className="font-medium text-call">
          {t(taken.recipient === request.recipient ? 'beside' : 'elsewhere', {
            title: taken.title,
            name: nameOf(taken.recipient),
          })}
        </p>
      ) : (
        <p className="font-medium text-call">{t('nobody')}</p>
      )}
      {words.length === 0 && <p>{t('noTopic')}</p>}
      {!none && <p>{t('known', { words: list(true) })}</p>}
      {words.length > 0 && !all && <p>{t(none ? 'unknownAll' : 'unknown', { words: list(false) })}</p>}
    </>
  );
}
