import type { Mode } from '@/core/contract/ids';

/** How a value compares with the other run's, in the signs of the two modes: a thin line for mail, a thick block for a call. */
export function MeasureBar({ mode, share }: { mode: Mode; share: number }) {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg
      viewBox="0 0 100 8"
      className="mt-1 ml-auto block h-2 w-full max-w-28"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {mode === 'call' ? (
        <rect x={100 - width} width={width} height="8" className="fill-call-solid" />
      ) : (
        <rect x={100 - width} y="3" width={width} height="2" className="fill-mail" />
      )}
    </svg>
  );
}
