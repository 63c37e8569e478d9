import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEnv } from '@/server/env';
import manifest from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/storeFixture';
import { runTool } from '../support/tool';

const read = (file: string): string => readFileSync(file, 'utf8');
const docs = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
].map((file) => ({ file, text: read(file) }));

/** Every piece of code in a text: what stands between backticks, and the lines of fenced blocks that are for a shell. */
function codeOf(text: string): string[] {
  const fenced = [...text.matchAll(/^```(?:sh|console)\n([\s\S]*?)^```$/gm)].map((m) => m[1] ?? '');
  const inline = text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g);
  return [...fenced.flatMap((block) => block.trim().split('\n')), ...[...inline].map((m) => m[1] ?? '')];
}
const code = docs.flatMap(({ file, text }) => codeOf(text).map((piece) => ({ file, piece })));

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const anchors = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map((m) => anchorOf(m[1] ?? ''));

function brokenLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((m) => m[1] ?? '')
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [to = '', anchor] = link.split('#');
      const target = to === '' ? file : path.join(path.dirname(file), to);
      return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
}

/** What `npm run NAME`, `npm test` and `npm start` in a piece of code name. */
const scriptsIn = (piece: string): string[] =>
  [...piece.matchAll(/npm (?:run )?([\w:-]+)/g)].map((m) => m[1] ?? '').filter((name) => name !== 'ci');

const scripts = Object.keys(manifest.scripts);

describe('what the documents say is so', () => {
  test('every link leads to a file, and to a heading of it', () => {
    for (const { file, text } of docs)
      expect({ file, broken: brokenLinks(file, text) }).toEqual({ file, broken: [] });
  });

  test('negative control: a link to nothing is found', () => {
    const text = '[a](docs/SPEC.md) [b](docs/NONE.md) [c](docs/operations.md#nowhere)';
    expect(brokenLinks('README.md', text)).toEqual(['docs/NONE.md', 'docs/operations.md#nowhere']);
  });

  test('every npm script they name exists', () => {
    const named = code.flatMap(({ piece }) => scriptsIn(piece));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test('every file and folder they name exists', () => {
    const named = code
      .map(({ piece }) => piece)
      .filter((piece) => /^(app|core|docs|prisma|server|tests)\/[\w./-]+$/.test(piece));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });

  test('every shell line of a fenced block is a command of npm', () => {
    const lines = docs.flatMap(({ text }) =>
      [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap((m) => (m[1] ?? '').trim().split('\n')),
    );
    expect(lines.filter((line) => scriptsIn(line).length === 0)).toEqual([]);
  });

  test('every sentence of the table of troubles is said somewhere in the program', () => {
    const table = /## When something is wrong\n([\s\S]*?)\n## /.exec(read('docs/operations.md'))?.[1] ?? '';
    const quoted = [...table.matchAll(/\*([^*]+)\*/g)].flatMap((m) => (m[1] ?? '').split('…'));
    const parts = quoted.map((part) => part.trim().replace(/[.:]$/, '')).filter((part) => part.length > 3);
    const program = ['core', 'server'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => read(path.join(folder, file))),
    );
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !program.some((text) => text.includes(part)))).toEqual([]);
  });
});

describe('the table of environment variables', () => {
  const rows = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \| (?:(.*?) )?\| .*? \|$/gm)].map(
    ([, name = '', value = '']) => ({ name, value: value.replaceAll('`', '') }),
  );

  test('names exactly the variables that the server reads', () => {
    const source = /const variables = z\.object\(\{([\s\S]*?)^\}\);/m.exec(read('server/env.ts'))?.[1] ?? '';
    const known = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map((m) => m[1]);
    expect(known.length).toBeGreaterThan(8);
    expect(rows.map(({ name }) => name)).toEqual(known);
  });

  test('gives the defaults: to set them changes nothing', () => {
    const fixed = rows.filter(({ value }) => value !== '' && !value.includes(' ') && !value.includes('$'));
    expect(fixed.length).toBeGreaterThan(5);
    expect(parseEnv(Object.fromEntries(fixed.map(({ name, value }) => [name, value])))).toEqual(parseEnv({}));
  });
});

describe('commands with a file', { timeout: 120_000 }, () => {
  const named = new Set(
    code.flatMap(({ piece }) =>
      [...piece.matchAll(/npm run (db|scenario) -- (.+)/g)].flatMap(([, tool = '', uses = '']) =>
        uses.split(' | ').map((use) => `${tool} ${use}`),
      ),
    ),
  );
  const order = [
    'scenario validate FILE',
    'scenario import FILE',
    'scenario import FOLDER',
    'scenario list',
    'scenario export SLUG FILE',
    'db migrate',
    'db status',
    'db backup FILE',
    'db restore FILE',
    'db reset --yes',
  ];

  test('the documents name these and no others', () => {
    const plain = [...named].filter((use) => !use.includes('/srv/'));
    expect(plain.sort()).toEqual([...order].sort());
  });

  test('each runs to its end as it is written', async () => {
    const folder = await tempFolder();
    const files = { scenario: 'prisma/scenarios/launch-week-taste.yaml', db: path.join(folder, 'copy.db') };
    for (const use of order) {
      const [tool = '', ...words] = use.split(' ');
      const file = tool === 'db' ? files.db : files.scenario;
      const own = words[0] === 'export' ? path.join(folder, 'mine.xlsx') : file;
      const meant: Record<string, string> = {
        FILE: own,
        FOLDER: 'prisma/scenarios',
        SLUG: 'launch-week-taste',
      };
      const args = words.map((word) => meant[word] ?? word);
      const run = ['--import', 'tsx', `server/tools/${tool}.ts`, ...args];
      expect({ use, ...(await runTool(run, { DATA_DIR: folder })) }).toMatchObject({ use, code: 0 });
    }
  });
});
