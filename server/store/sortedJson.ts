/** JSON text with the keys of every object in order: one text per value. */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, v) => (isRecord(v) ? sorted(v) : v));
const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const sorted = (v: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)));
