export type Mark = 'bold' | 'italic' | 'list';

const signs = { bold: '**', italic: '*' } as const;

/** The text with the selection marked, or unmarked where it was; and the selection in the new text. */
export function marked(
  mark: Mark,
  text: string,
  from: number,
  to: number,
): { text: string; from: number; to: number } {
  if (mark === 'list') return listed(text, from, to);
  const sign = signs[mark];
  const chosen = text.slice(from, to);
  const around = text.slice(from - sign.length, from) === sign && text.slice(to, to + sign.length) === sign;
  // One star around two is bold, not italic.
  if (around && !(mark === 'italic' && text.slice(from - 2, from) === '**'))
    return {
      text: text.slice(0, from - sign.length) + chosen + text.slice(to + sign.length),
      from: from - sign.length,
      to: to - sign.length,
    };
  return {
    text: text.slice(0, from) + sign + chosen + sign + text.slice(to),
    from: from + sign.length,
    to: to + sign.length,
  };
}

/** Every line of the selection as a point of a list; a list needs an empty line before it. */
function listed(text: string, from: number, to: number) {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(0, start);
  const lines = text.slice(start, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const body = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  const gap = isList || before === '' || before.endsWith('\n\n') ? '' : '\n';
  const end = before.length + gap.length + body.length;
  return { text: before + gap + body + text.slice(to), from: end, to: end };
}
