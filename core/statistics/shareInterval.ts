const z975 = 1.959963984540054;

/** 95 % interval of a share of n, by Wilson (1927): it stays within 0 to 1 and says something where all or none did. */
export function shareInterval(hits: number, n: number): [number, number] {
  const share = hits / n;
  const z2 = z975 * z975;
  const centre = share + z2 / (2 * n);
  const half = z975 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
