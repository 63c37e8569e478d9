import { getRequestConfig } from 'next-intl/server';

/** Texts by language: English so far. */
export default getRequestConfig(async () => ({
  locale: 'en',
  timeZone: 'UTC',
  messages: (await import('../_messages/en.json')).default,
}));
