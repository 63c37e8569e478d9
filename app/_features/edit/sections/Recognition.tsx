import { useFormatter, useTranslations } from 'next-intl';
import type { Request } from '@/core/contract/scenario';
import { useDraft } from '../editorContext';
import { Lines } from '../form/Lines';
import { recognisedBy } from '../model/understood';
import { TrySentence } from './TrySentence';

/** Whether participants are understood who ask in words of their own: a sentence to try, and the words that count. */
export function Recognition({
  at,
  request,
  onAdd,
  onKeywords,
}: {
  at: number;
  request: Request;
  /** One more way to ask. */
  onAdd: (sentence: string) => void;
  onKeywords: (keywords: string[]) => void;
}) {
  const t = useTranslations('editor.requests');
  const format = useFormatter();
  const language = useDraft((d) => d.language);
  const words = recognisedBy(request, language);
  return (
    <fieldset className="grid gap-4 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('recognition')}</legend>
      <TrySentence
        request={request}
        onAdd={onAdd}
        onKeyword={(word) => onKeywords([...request.keywords, word])}
      />
      <div>
        <Lines
          path={['requests', at, 'keywords']}
          label={t('keywords')}
          note={t('keywordsNote')}
          lines={request.keywords}
          rows={2}
          onChange={onKeywords}
        />
        {words.length > 0 && (
          <p className="mt-1 text-sm text-soft">{t('recognisedBy', { words: format.list(words) })}</p>
        )}
      </div>
    </fieldset>
  );
}
