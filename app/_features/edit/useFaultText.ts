import { useTranslations } from 'next-intl';
import type { Fault } from './model/faults';

type Texts = ReturnType<typeof useTranslations<'editor.faults'>>;

/** A fault as a sentence for the author: things go by the names that the author gave them. */
export const useFaultText = (): ((fault: Fault) => string) => {
  const t = useTranslations('editor.faults');
  return (fault) => faultText(t, fault);
};

export function faultText(t: Texts, { code, count, values, message }: Fault): string {
  const word = (key: string): string => String(values[key] ?? '');
  const number = (key: string): number => Number(values[key] ?? 0);
  const why = word('why');
  const name = word('name');
  const title = word('title');
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
    case 'unused':
    case 'sample':
      return t(code);
    case 'tooFew':
    case 'tooMany':
      return t(code, { count, what: word('what') });
    case 'tooLong':
    case 'tooLow':
    case 'tooHigh':
      return t(code, { count });
    case 'never-known':
      return t(code, { detail: word('detail') });
    case 'cycle':
      return t(code, { titles: word('titles') });
    case 'unreachable':
      return t(code, { why, name, of: word('of') });
    case 'unanswerable':
      return t(code, { why, name });
    case 'never-fires':
    case 'same-answer':
      return t(code, { title });
    case 'never-at-work':
    case 'never-asked':
      return t(code, { name });
    case 'few-ways':
      return t(code, { missing: number('missing') });
    case 'too-long':
      return t(code, { words: number('words'), most: number('most') });
    case 'too-many':
      return t(code, { what: word('what'), count: number('count'), most: number('most') });
    case 'never-arrives':
      return t(code, { why, count: number('count'), most: number('most') });
    case 'too-short':
    case 'short':
      return t(code, { minutes: number('minutes'), length: number('length') });
    case 'range':
      return t(code, {
        ...{ why, text: word('text'), from: word('from'), to: word('to'), minutes: number('minutes') },
      });
    case 'names-collide':
      return t(code, { one: word('one'), other: word('other') });
    case 'reveals':
      return t(code, { what: word('what'), title, text: word('text') });
    case 'ambiguous':
      return t(code, { title, phrasing: word('phrasing') });
    default:
      return t('other', { message: message.charAt(0).toUpperCase() + message.slice(1) });
  }
}
