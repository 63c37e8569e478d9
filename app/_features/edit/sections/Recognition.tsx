import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Lines } from '../form/Lines';
import { putRequest } from '../model/change';
import { askedBy } from '../model/offered';
import { recognisedBy } from '../model/understood';
import { useStartTexts } from '../useStartTexts';
import { TrySentence } from './TrySentence';

const none: readonly string[] = [];

/** Whether participants are understood who ask in words of their own: a sentence to try, and the words that count. */
export function Recognition({ at, id }: { at: number; id: string }) {
  const t = useTranslations('editor.requests');
  const { store } = useEditing();
  const texts = useStartTexts();
  const keywords = useDraft((d) => d.requests.find((r) => r.id === id)?.keywords) ?? none;
  return (
    <fieldset className="grid gap-4 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('recognition')}</legend>
      <TrySentence
        id={id}
        onAdd={(sentence) =>
          edit(store, (d) =>
            putRequest(d, id, (r) => askedBy(r, [...r.phrasings, sentence], d.language, texts)),
          )
        }
        onKeyword={(word) =>
          edit(store, (d) => putRequest(d, id, (r) => ({ ...r, keywords: [...r.keywords, word] })))
        }
      />
      <div>
        <Lines
          path={['requests', at, 'keywords']}
          label={t('keywords')}
          note={t('keywordsNote')}
          lines={keywords}
          rows={2}
          onChange={(lines) =>
            edit(store, (d) => putRequest(d, id, (r) => ({ ...r, keywords: lines })), `${id}/keywords`)
          }
        />
        <RecognisedBy id={id} />
      </div>
    </fieldset>
  );
}

function RecognisedBy({ id }: { id: string }) {
  const t = useTranslations('editor.requests');
  const format = useFormatter();
  const language = useDraft((d) => d.language);
  const request = useDeferredValue(useDraft((d) => d.requests.find((r) => r.id === id)));
  const words = request ? recognisedBy(request, language) : none;
  return (
    words.length > 0 && (
      <p className="mt-1 text-sm text-soft">{t('recognisedBy', { words: format.list(words) })}</p>
    )
  );
}
