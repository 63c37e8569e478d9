type Part = 'mail' | 'call' | 'chance';

/** Thin lines that overlap for mail, one thick block for a call, a dashed frame where chance decides; `parts` in their order. */
export function ModePicture({ parts }: { parts: readonly Part[] }) {
  const width = 120 / parts.length;
  return (
    <svg viewBox="0 0 120 30" className="w-full max-w-36" aria-hidden="true" focusable="false">
      {parts.map((part, i) => (
        <g key={part} transform={`translate(${i * width} 0)`}>
          <PartPicture part={part} width={width - 6} />
        </g>
      ))}
    </svg>
  );
}

const lines = [
  [0, 0.7],
  [0.1, 1],
  [0.2, 0.55],
  [0.3, 0.9],
] as const;

function PartPicture({ part, width }: { part: Part; width: number }) {
  if (part === 'call') return <rect y="5" width={width} height="20" rx="3" className="fill-call-solid" />;
  if (part === 'mail')
    return (
      <g className="stroke-mail" strokeWidth="2" strokeLinecap="round">
        {lines.map(([from, to], i) => (
          <path key={from} d={`M${1 + from * width} ${6 + i * 6}H${to * width - 1}`} />
        ))}
      </g>
    );
  return (
    <g className="fill-none stroke-edge" strokeWidth="1.5" strokeDasharray="4 3">
      <rect x="1" y="5" width={width - 2} height="20" rx="3" />
      <path d={`M${width / 2} 5v20`} />
    </g>
  );
}
