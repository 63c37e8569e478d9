/** Names of browsers as they call themselves, the more particular first: most say Chrome and Safari as well. */
const browsers = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
const systems = {
  iPhone: 'iPhone',
  iPad: 'iPad',
  Android: 'Android',
  CrOS: 'ChromeOS',
  Windows: 'Windows',
  'Mac OS X': 'macOS',
  Linux: 'Linux',
};

const named = (userAgent: string, names: Record<string, string>): string | null =>
  Object.entries(names).find(([mark]) => userAgent.includes(mark))?.[1] ?? null;

/** The browser that sent this user agent, by its product name; null where it is not known. */
export const browserIn = (userAgent: string): string | null => named(userAgent, browsers);
/** The system it runs on; null where it is not known. */
export const systemIn = (userAgent: string): string | null => named(userAgent, systems);
