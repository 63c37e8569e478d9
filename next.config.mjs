// Plain JavaScript: a server that had to compile its configuration would keep the compiler in memory (30 MB).
// @ts-check
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin({
  requestConfig: './app/_lib/i18n.ts',
  experimental: {
    // Messages are compiled when building: the browser gets no ICU parser.
    messages: { path: './app/_messages', locales: ['en'], format: 'json', precompile: true },
    // Keys and arguments of texts are types: a wrong one does not compile.
    createMessagesDeclaration: './app/_messages/en.json',
  },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks every folder with its own rules.
  typescript: { ignoreBuildErrors: true },
  // Addresses of a local network, so that a phone can open the development server.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  serverExternalPackages: ['better-sqlite3', '@prisma/schema-engine-wasm', 'pino'],
};

export default withIntl(config);
