/** Minutes from 0 to 60 of the picture on the landing page. `to: null` never came back. */
export const flights: readonly { from: number; to: number | null }[] = [
  { from: 2, to: 21 },
  { from: 5, to: 11 },
  { from: 7, to: 44 },
  { from: 10, to: null },
  { from: 13, to: 29 },
  { from: 15, to: 35 },
  { from: 24, to: 38 },
  { from: 31, to: null },
];
export const calls: readonly { from: number; to: number }[] = [
  { from: 2, to: 13 },
  { from: 15, to: 26 },
  { from: 28, to: 36 },
  { from: 39, to: 54 },
];
