/** White space as `\s` has it. */
const isSpace = (c: number): boolean =>
  c <= 32 ? c === 32 || (c >= 9 && c <= 13) : c >= 0xa0 && isRareSpace(c);
const isRareSpace = (c: number): boolean =>
  c === 0xa0 ||
  c === 0x1680 ||
  (c >= 0x2000 && c <= 0x200a) ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  c === 0x205f ||
  c === 0x3000 ||
  c === 0xfeff;

/** How many words a text has: runs of characters that are not white space. Asked at every change of pace, so it makes nothing. */
export function wordCount(text: string): number {
  if (text === counted.text) return counted.words;
  const words = countWords(text);
  counted = { text, words };
  return words;
}
/** The text that was counted last, which is mostly the one that is asked for again. */
let counted = { text: '', words: 0 };

function countWords(text: string): number {
  let words = 0;
  let before = true;
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text.charCodeAt(i));
    if (before && !space) words++;
    before = space;
  }
  return words;
}
