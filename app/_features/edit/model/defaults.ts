/** Texts that something new begins with, in the author's language. */
export interface StartTexts {
  role: string;
  about: string;
  clarify: string;
  unmatched: string;
  forward: string;
  answer: string;
  /** An automatic reply where nobody stands in. */
  awayAlone: string;
  mail: string;
  cardSum: string;
  cardMatch: string;
  cardSort: string;
  items: string;
  buckets: string;
  /** Words that begin with a capital, as a question. */
  ask: (words: string) => string;
  /** Words such as “whether they come”, as a question to somebody who may know. */
  askFor: (words: string) => string;
  /** Words such as “we can stay”, as what somebody learns. */
  whether: (words: string) => string;
  /** An automatic reply that names who stands in. */
  away: (name: string) => string;
  /** A question, as what somebody learns. */
  answerTo: (title: string) => string;
}
