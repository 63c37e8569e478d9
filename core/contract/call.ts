/** What a recipient is doing (P11). */
export const doings = ['off', 'away', 'meeting', 'call', 'handling', 'focused', 'free'] as const;
export type Doing = (typeof doings)[number];

/**
 * How a call ended (C1). `answered`: over after an answer, nothing left unsaid. `hungUpByMe`, `hungUpByThem`: by one side
 * before that. `unobtainable`: the number is no longer in use, as a mail to that address would bounce.
 */
export const callEnds = [
  'answered',
  'busy',
  'noAnswer',
  'declined',
  'hungUpByMe',
  'hungUpByThem',
  'cutOff',
  'unobtainable',
] as const;
export type CallEnd = (typeof callEnds)[number];

/** What a sentence of a recipient on the line is: `look`: they will look and call back; `redirect`: somebody else knows. */
export const spokenKinds = [
  'greeting',
  'answer',
  'question',
  'unmatched',
  'redirect',
  'look',
  'authored',
  'goodbye',
] as const;
export type SpokenKind = (typeof spokenKinds)[number];
