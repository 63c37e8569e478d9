/** The mark: thin lines that overlap, above one thick block. */
export function Mark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 22" className={className} aria-hidden="true" focusable="false">
      <g className="stroke-mail" strokeWidth="1.8" strokeLinecap="round">
        <path d="M1 2h15" />
        <path d="M4 6.5h19" />
        <path d="M2 11h9" />
      </g>
      <rect x="1" y="15" width="22" height="6.5" rx="1.5" className="fill-call-solid" />
    </svg>
  );
}
