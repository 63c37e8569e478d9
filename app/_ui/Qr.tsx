/** A QR code as one path: a square module per dark point, with the quiet zone that readers need. */
export function Qr({
  rows,
  label,
  className,
}: {
  rows: readonly string[];
  label: string;
  className: string;
}) {
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => [...row].map((dot, x) => (dot === '1' ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={`bg-white ${className}`}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
