import type { StartTexts } from './defaults';
import { isQuestion } from './offered';

type FactTexts = Pick<StartTexts, 'whether' | 'answerTo'>;

/** As long as a detail's label may be. */
const longest = 60;

/** Who a question can be about so that its words still mean them when somebody else says them: “you” would be another. */
const others = /^(we|he|she|it|they|there)$/;
/** Somebody else than before too, once somebody else says it. */
const speakers = /^(you|your|yours|i|me|my|mine)$/i;
/** What is left standing when a question becomes a statement: “does it open” would need another form of its verb. */
const stays = /^(are|can|could|had|has|have|is|may|might|must|shall|should|was|were|will|would)$/;

/**
 * What the answer to a request is called as a fact: words that go on from “You learned”. A title that asks at once does not, so it is
 * turned into what it asks, or named as the answer to it where that cannot be said for sure.
 */
export function factName(title: string, language: string, texts: FactTexts): string {
  const words = title.trim().replace(/\s+/g, ' ');
  if (!isQuestion(words, language)) return cut(words, longest);
  const asked = language.startsWith('en') ? whether(words.replace(/\s*[?.!…]$/, ''), texts) : null;
  if (asked !== null && asked.length <= longest) return asked;
  return texts.answerTo(cut(words, longest - texts.answerTo('').length));
}

function whether(words: string, texts: FactTexts): string | null {
  const [verb = '', subject = '', ...rest] = words.split(' ');
  if (!others.test(subject.toLowerCase()) || rest.length === 0 || rest.some((w) => speakers.test(w)))
    return null;
  if (/^do$/i.test(verb)) return texts.whether([subject, ...rest].join(' '));
  return stays.test(verb.toLowerCase())
    ? texts.whether([subject, verb.toLowerCase(), ...rest].join(' '))
    : null;
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trim()}…`;
