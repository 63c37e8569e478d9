import type { Request } from '@/core/contract/scenario';
import type { StartTexts } from './defaults';

/** How many ways to ask are wanted of an author; one can be played already. No pack has fewer. */
export const waysWanted = 3;

type AskTexts = Pick<StartTexts, 'ask' | 'askFor'>;

/** How an English question begins. What begins otherwise is left as its author wrote it. */
const question = /^(what|when|where|which|who|whom|whose|why|how)$/;
const indirect = /^(if|whether)$/;
const verb =
  /^(am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would|what's|where's|who's|how's)$/;
const measure = /^(much|many|long|often|far|late|early|soon|big|large|old|high|heavy|wide|fast)$/;
/** Whether three words begin a question such as “How long is …” or “What time does …”, rather than “How long it is”. */
const asksHow = (first: string, second: string, third: string): boolean =>
  verb.test(third) && ((first === 'how' && measure.test(second)) || (first === 'what' && second === 'time'));

const subject =
  /^(i|you|we|he|she|it|they|there|this|that|these|those|the|an?|my|our|your|their|his|her|any.*|every.*|some.*|people|visitors|guests|children|parents|pupils)$/;
/** “May programme” and “Will of the founder” name something, “May we park” and “Will it rain” ask. */
const isName = (first: string, second: string): boolean =>
  (first === 'may' && !subject.test(second)) || (first === 'will' && /^(of|and|for)$/.test(second));

/** Whether English words, without a sign at their end, are a question as they stand. */
function asksAtOnce(words: string): boolean {
  const [first = '', second = '', third = ''] = words.toLowerCase().split(' ');
  if (isName(first, second)) return false;
  return verb.test(first) || (question.test(first) && verb.test(second)) || asksHow(first, second, third);
}

/** Whether a title asks at once, rather than naming what is asked for. */
export const isQuestion = (title: string, language: string): boolean =>
  /\?$/.test(title) || (language.startsWith('en') && asksAtOnce(title));

/**
 * The question that a title stands for, or null where that cannot be said for sure: a wrong sentence in a participant's mouth is worse
 * than a field that is still empty. A title that is a question is meant as it stands; “Whether they come” is asked for politely.
 */
export function questionIn(title: string, language: string, texts: AskTexts): string | null {
  const words = title.trim().replace(/\s+/g, ' ');
  if (/\?$/.test(words)) return capital(words);
  if (!language.startsWith('en') || /[.!…]$/.test(words)) return null;
  if (asksAtOnce(words)) return texts.ask(capital(words));
  const [first = '', second = '', ...rest] = words.toLowerCase().split(' ');
  if (second === '' || !(question.test(first) || indirect.test(first))) return null;
  // “How many people does it hold” is asked at once, but “what the bus does” is not: both have the word.
  if (rest.some((word) => /^(do|does|did)$/.test(word))) return null;
  return texts.askFor(words.charAt(0).toLowerCase() + words.slice(1));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What participants are offered to send: the first way to ask, as a sentence of its own. Empty where there is none yet. */
export function offered([first = '']: readonly string[], language: string, texts: AskTexts): string {
  const line = first.trim();
  if (line === '' || /[.?!…]$/.test(line)) return capital(line);
  return questionIn(line, language, texts) ?? texts.ask(capital(line));
}

/** A request with other ways to ask. The text that is offered follows the first of them until somebody writes their own. */
export function askedBy(request: Request, phrasings: string[], language: string, texts: AskTexts): Request {
  const follows = request.ask === offered(request.phrasings, language, texts);
  return { ...request, phrasings, ask: follows ? offered(phrasings, language, texts) : request.ask };
}

/** The ways to ask that a title alone gives. */
export function waysFrom(title: string, language: string, texts: AskTexts): string[] {
  const made = questionIn(title, language, texts);
  return made === null ? [] : [made];
}

/**
 * A request with another title. Its ways to ask follow while they are what the old title gave, or `untouched` says that nobody has
 * written them; and so does the text offered.
 */
export function titled(
  before: Request,
  title: string,
  language: string,
  texts: AskTexts,
  untouched: { phrasings: boolean; ask: boolean },
): Request {
  const follow = untouched.phrasings || isSame(before.phrasings, waysFrom(before.title, language, texts));
  const phrasings = follow ? waysFrom(title, language, texts) : before.phrasings;
  const offers =
    (follow && untouched.ask) || before.ask === offered(before.phrasings, language, texts)
      ? offered(phrasings, language, texts)
      : before.ask;
  return { ...before, title, phrasings, ask: offers };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);
