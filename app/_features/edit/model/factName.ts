import type { StartTexts } from './defaults';
import { isQuestion } from './offered';

type FactTexts = Pick<StartTexts, 'whether' | 'answerTo'>;

/** As long as a detail's label may be. */
const longest = 60;

/** Who a question can be about so that its words still mean them when somebody else says them: “you” would be another. */
const others = /^(we|he|she|it|they|there)$/;
/** What is left standing when a question becomes a statement: “does it open” would need another form of its verb. */
const stays = /^(are|can|could|had|has|have|is|may|might|must|shall|should|was|were|will|would)$/;

/** A question up to its verb, the verb, and the rest, where a verb right there is sure to be a helper of another. */
const open =
  /^(how (?:much|long|often|far|late|early|soon)|what time|what|when|where|why|how|who|whom) (\S+) (.+)$/i;
/** Words that mean somebody else in the mouth of somebody else. */
const mine = /\b(?:i|me|my|mine|you|your|yours)\b/i;

/**
 * What the answer to a request is called as a fact: words that go on from “You learned”. A title that asks at once does not, so it is
 * turned into what it asks, or named as the answer to it where that cannot be said for sure.
 */
export function factName(title: string, language: string, texts: FactTexts): string {
  const words = title.trim().replace(/\s+/g, ' ');
  if (!isQuestion(words, language)) return cut(words, longest);
  const plain = words.replace(/\s*[?.!…]$/, '');
  const asked = language.startsWith('en') ? (whether(plain, texts) ?? statement(plain)) : null;
  if (asked !== null && asked.length <= longest) return asked;
  return texts.answerTo(cut(words, longest - texts.answerTo('').length));
}

function whether(words: string, texts: FactTexts): string | null {
  const [verb = '', subject = '', ...rest] = words.split(' ');
  if (!others.test(subject.toLowerCase()) || rest.length === 0 || mine.test(words)) return null;
  if (/^do$/i.test(verb)) return texts.whether([subject, ...rest].join(' '));
  return stays.test(verb.toLowerCase())
    ? texts.whether([subject, verb.toLowerCase(), ...rest].join(' '))
    : null;
}

/** “What do the beds cost” without its question: “What the beds cost”. Null where the verb would need another form or place. */
function statement(words: string): string | null {
  const [, head, verb = '', rest = ''] = open.exec(words) ?? [];
  const [subject = '', ...more] = rest.split(' ');
  if (head === undefined || mine.test(rest)) return null;
  if (/^do$/i.test(verb)) return more.length > 0 ? `${head} ${rest}` : null;
  return stays.test(verb.toLowerCase()) && others.test(subject.toLowerCase())
    ? [head, subject, verb.toLowerCase(), ...more].join(' ')
    : null;
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trim()}…`;
