/** The words of the program that carry its meaning: waiting, blocking, settling. */
const parts =
  /(\/\/.*$|\b(?:async|await|function|const|let|while|return|new)\b|\bPromise\.\w+|\b(?:call|pickUp)\(|\.(?:ask|listen|hangUp)\(|'[^']*')/gm;

const classOf = (part: string): string => {
  if (part.startsWith('//')) return 'text-soft';
  if (part.startsWith("'")) return 'text-desk';
  if (part === 'await' || part === 'async' || part.startsWith('Promise.')) return 'font-semibold text-mail';
  if (part.endsWith('(')) return 'font-semibold text-call';
  return 'text-soft';
};

/** A program as text, its waiting words in the colour of mail and its blocking ones in that of calls. */
export function Code({ code, label }: { code: string; label: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard.
      tabIndex={0}
      aria-label={label}
      className="max-h-[30rem] overflow-auto rounded-xl border border-line bg-panel p-4 print:max-h-none"
    >
      <pre className="font-mono text-[12.5px] leading-5 whitespace-pre">
        <code>
          {code.split(parts).map((part, i) =>
            i % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
              <span key={i} className={classOf(part)}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </code>
      </pre>
    </section>
  );
}
