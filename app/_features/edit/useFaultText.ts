import { useTranslations } from 'next-intl';
import type { Draft } from '@/core/contract/draft';
import { partAt } from './model/change';
import type { Fault } from './model/faults';

/** A fault as a sentence for the author: things go by the names that the author gave them. */
export function useFaultText(): (draft: Draft, fault: Fault) => string {
  const t = useTranslations('editor.faults');
  return (draft, { code, count, message, path }) => {
    switch (code) {
      case 'empty':
      case 'choose':
      case 'either':
      case 'form':
      case 'pattern':
      case 'duplicate':
      case 'unknown':
      case 'hidden':
      case 'nothing-required':
      case 'date':
        return t(code);
      case 'tooLong':
      case 'tooFew':
      case 'tooMany':
      case 'tooLow':
      case 'tooHigh':
        return t(code, { count });
      case 'never-known':
        return t(code, { detail: labelOf(draft, partAt(draft, path)) });
      case 'cycle':
        return t(code, { titles: named(draft, message.split(': ').at(-1) ?? '') });
      case 'unreachable':
        return t(code, { why: message.replace(/^.* is needed, but /, '') });
      case 'too-long':
        return t(code, { message });
      default:
        return t('other', { message: message.charAt(0).toUpperCase() + message.slice(1) });
    }
  };
}

const labelOf = ({ details }: Draft, id: unknown): string =>
  details.find((d) => d.id === id)?.label ?? String(id);

/** Titles for a list of ids of requests. */
const named = ({ requests }: Draft, ids: string): string =>
  ids
    .split(', ')
    .map((id) => requests.find((r) => r.id === id)?.title ?? id)
    .join(', ');
