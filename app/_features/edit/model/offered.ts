import type { Request } from '@/core/contract/scenario';
import type { StartTexts } from './defaults';

/** What participants are offered to send: the first way to ask, as a sentence of its own. */
export function offered([first = '']: readonly string[], texts: Pick<StartTexts, 'ask'>): string {
  const line = first.trim();
  const sentence = line.charAt(0).toUpperCase() + line.slice(1);
  return line === '' || /[.?!…]$/.test(line) ? sentence : texts.ask(sentence);
}

/** A request with other ways to ask. The text that is offered follows the first of them until somebody writes their own. */
export function askedBy(request: Request, phrasings: string[], texts: Pick<StartTexts, 'ask'>): Request {
  const follows = request.ask === offered(request.phrasings, texts);
  const ask = follows ? offered(phrasings, texts) : request.ask;
  return { ...request, phrasings, ask: ask === '' ? request.ask : ask };
}
