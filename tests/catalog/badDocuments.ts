import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Scenario } from '@/core/contract/scenario';
import { scenarioText } from '@/server/catalog/scenarioText';
import { type Sheet, workbookOf } from '@/server/catalog/spreadsheet/workbook';
import { xlsxOf } from '@/server/catalog/spreadsheet/xlsx';
import { request, village, villager } from '../support/village';

/** A file that must be refused: what is wrong with it, its name, what is in it, and a line that says file, place and reason. */
export type BadDocument = [
  fault: string,
  file: string,
  contents: () => Uint8Array | Promise<Uint8Array>,
  line: RegExp,
];

const good = village({ slug: 'harbour' });
const yaml = scenarioText(good, 'yaml');
const text = (source: string) => () => new TextEncoder().encode(source);
/** The good document with one piece of its text replaced, which has to be there. */
const replaced = (old: string | RegExp, now: string) => () => {
  const changed = yaml.replace(old, now);
  if (changed === yaml) throw new Error(`nothing to replace: ${String(old)}`);
  return new TextEncoder().encode(changed);
};
const added = (line: string) => text(`${yaml}${line}\n`);
/** The good document with parts that a document could have, if it were right. */
const rule = (more: Parameters<typeof village>[0]) =>
  text(scenarioText({ ...village(more), slug: 'harbour' }, 'yaml'));
/** As JSON, with anything put in. */
const json = (change: (doc: Record<string, unknown>) => void) => () => {
  const doc = JSON.parse(JSON.stringify(good)) as Record<string, unknown>;
  change(doc);
  return new TextEncoder().encode(JSON.stringify(doc));
};

type Rows = Map<string, Sheet['rows']>;
const workbook = (change: (all: Rows) => void) => async () => {
  const all: Rows = new Map(workbookOf(good).map(({ name, rows }) => [name, rows.map((row) => [...row])]));
  change(all);
  return new Uint8Array(await xlsxOf([...all].map(([name, rows]) => ({ name, rows }))));
};
const cell = (all: Rows, sheet: string, column: string, row: number, value: Sheet['rows'][0][0]): void => {
  const rows = all.get(sheet);
  const k = rows?.[0]?.indexOf(column) ?? -1;
  if (!rows?.[row] || k < 0) throw new Error(`no ${column} in ${sheet}`);
  rows[row][k] = value;
};
/** A workbook whose inner XML was changed by another program. */
const rewritten = (part: RegExp, change: (xml: string) => string) => async () => {
  const parts = unzipSync(new Uint8Array(await xlsxOf(workbookOf(good))));
  for (const name of Object.keys(parts).filter((n) => part.test(n)))
    parts[name] = strToU8(change(new TextDecoder().decode(parts[name])));
  return zipSync(parts);
};
/** The cell of the length with something else in it. */
function inLength(xml: string, more: string): string {
  const row = (workbookOf(good)[0]?.rows ?? []).findIndex(([what]) => what === 'lengthMin') + 1;
  const changed = xml.replace(new RegExp(`<c r="B${row}"[^>]*>.*?</c>`), `<c r="B${row}"${more}</c>`);
  if (changed === xml) throw new Error('the length is in no cell');
  return changed;
}
const aliases = (depth: number) =>
  Array.from(
    { length: depth },
    (_, i) => `a${i}: &a${i} [${i === 0 ? 'lol' : `*a${i - 1}, *a${i - 1}`}]`,
  ).join('\n');
const trip = (id: string, needs: string, gives: string) => request(id, 'ada', { details: [needs], gives });
const colours = (...ids: string[]) => ids.map((id) => ({ id, label: `The ${id}`, text: `of ${id}` }));
const deskOf = (card: object) => ({ title: 'Desk', intro: 'Work.', cards: [card] }) as Scenario['desk'];

const wrongTypes: BadDocument[] = [
  [
    'a text for a number',
    'a.yaml',
    replaced('lengthMin: 60', 'lengthMin: soon'),
    /^a\.yaml:\d+:1 lengthMin must be a number$/,
  ],
  [
    'the address of another page',
    'a.yaml',
    replaced('slug: harbour', 'slug: personas'),
    /^a\.yaml:\d+:1 slug is the address of another page; choose another one$/,
  ],
  [
    'a number for a text',
    'a.yaml',
    replaced('title: Village', 'title: 7'),
    /^a\.yaml:\d+:1 title must be a text$/,
  ],
  [
    'a text for a list',
    'a.yaml',
    replaced(/phrasings:\n {6}- what about the bridge/, 'phrasings: what about it'),
    /^a\.yaml:\d+:5 requests\.0\.phrasings must be a list$/,
  ],
  [
    'a list for a group',
    'a.yaml',
    replaced(/brief:\n( {2}.*\n)+/, 'brief: [you]\n'),
    /^a\.yaml:\d+:1 brief must be a group of named parts$/,
  ],
  [
    'a word for true or false',
    'a.yaml',
    replaced('required: true', 'required: perhaps'),
    /requests\.0\.required must be true or false$/,
  ],
  [
    'half a minute of version',
    'a.yaml',
    replaced('version: 1', 'version: 1.5'),
    /^a\.yaml:\d+:1 version must be a whole number$/,
  ],
  [
    'not a number at all',
    'a.yaml',
    replaced('lengthMin: 60', 'lengthMin: .nan'),
    /^a\.yaml:\d+:1 lengthMin must be/,
  ],
  [
    'a negative number',
    'a.yaml',
    replaced('lengthMin: 60', 'lengthMin: -5'),
    /^a\.yaml:\d+:1 lengthMin must be at least 5$/,
  ],
  [
    'a date that YAML reads as such',
    'a.yaml',
    replaced(/start: .*/, 'start: 2026-03-02'),
    /^a\.yaml:\d+:1 start is not written as expected/,
  ],
  ['another schema', 'a.yaml', replaced('schema: 1', 'schema: 2'), /^a\.yaml:1:1 schema must be 1$/],
  [
    'an address with blanks',
    'a.yaml',
    replaced('slug: harbour', 'slug: My harbour'),
    /^a\.yaml:2:1 slug is not written as expected/,
  ],
  [
    'a language nobody has',
    'a.yaml',
    replaced('language: en', 'language: english'),
    /language is not written as expected/,
  ],
  [
    'a clock time past midnight',
    'a.yaml',
    replaced('to: 23:59', 'to: "25:00"'),
    /personas\.prompt\.calendar\.to write a time of day as 09:30, midnight as 24:00$/,
  ],
  [
    'a probability above one',
    'a.yaml',
    replaced('pickUp: 1', 'pickUp: 1.5'),
    /personas\.prompt\.call\.pickUp must be at most 1$/,
  ],
  [
    'an unknown kind of distribution',
    'a.yaml',
    replaced('kind: constant', 'kind: gaussian'),
    /personas\.prompt\.mail\.check\.delay\.kind /,
  ],
  [
    'null where there has to be something',
    'a.json',
    json((d) => Object.assign(d, { title: null })),
    /^a\.json:\d+:\d+ title must be a text$/,
  ],
  [
    'a text too long for its place',
    'a.json',
    json((d) => Object.assign(d, { title: 'x'.repeat(81) })),
    /title has more than 80 characters$/,
  ],
  ['an empty text', 'a.json', json((d) => Object.assign(d, { title: '  ' })), /title must not be empty$/],
  [
    'a control character',
    'a.json',
    json((d) => Object.assign(d, { title: 'a\u0000b' })),
    /title has a character in it that cannot be shown$/,
  ],
  [
    'half a character',
    'a.json',
    json((d) => Object.assign(d, { title: 'a\ud800b' })),
    /title has a character in it that cannot be shown$/,
  ],
];

const missing: BadDocument[] = [
  ['nothing at all', 'a.yaml', text(''), /^a\.yaml the file must be a group of named parts$/],
  ['blanks alone', 'a.yaml', text(' \n\n'), /^a\.yaml the file must be a group of named parts$/],
  [
    'a list of documents',
    'a.yaml',
    text('- one\n- two\n'),
    /^a\.yaml:1:1 the file must be a group of named parts$/,
  ],
  ['a part that is missing', 'a.yaml', replaced('lengthMin: 60\n', ''), /^a\.yaml:1:1 lengthMin is missing$/],
  [
    'a part of a part that is missing',
    'a.yaml',
    replaced(/ {4}name: Ada\n/, ''),
    /^a\.yaml:\d+:5 recipients\.0\.name is missing$/,
  ],
  [
    'no recipients',
    'a.json',
    json((d) => Object.assign(d, { recipients: [] })),
    /recipients needs at least one entry$/,
  ],
  [
    'no requests',
    'a.json',
    json((d) => Object.assign(d, { requests: [] })),
    /requests needs at least one entry$/,
  ],
  [
    'a request without phrasings',
    'a.json',
    json((d) => Object.assign(d, { requests: [{ ...request('a', 'ada'), phrasings: [] }] })),
    /requests\.0\.phrasings needs at least one entry$/,
  ],
];

const brokenText: BadDocument[] = [
  ['a bracket that stays open', 'a.yaml', text('a: [1'), /^a\.yaml:\d+:\d+ the file .*\]/],
  ['a tab for indentation', 'a.yaml', text('brief:\n\tyou: x\n'), /^a\.yaml:2:1 the file .*[Tt]ab/],
  ['a comma too many in JSON', 'a.json', text('{"schema": 1,, "slug": "a"}'), /^a\.json:1:\d+ the file /],
  [
    'JSON cut off in the middle',
    'a.json',
    text(JSON.stringify(good).slice(0, 900)),
    /^a\.json:\d+:\d+ the file /,
  ],
  ['a key twice', 'a.yaml', added('title: Again'), /^a\.yaml:\d+:1 the file has the same key twice$/],
  ['two documents', 'a.yaml', added('---\nslug: b'), /^a\.yaml:\d+:1 the file holds more than one document$/],
  [
    'a tag',
    'a.yaml',
    replaced('lengthMin: 60', 'lengthMin: !!js/function x'),
    /^a\.yaml:\d+:\d+ the file uses a tag, which is not allowed here$/,
  ],
  [
    'an alias',
    'a.yaml',
    text('a: &x [1]\nb: *x'),
    /^a\.yaml the file uses aliases, which are not allowed here$/,
  ],
  [
    'a billion laughs',
    'a.yaml',
    text(aliases(30)),
    /^a\.yaml the file uses aliases, which are not allowed here$/,
  ],
  [
    'an alias of itself',
    'a.yaml',
    text('a: &x\n  b: *x'),
    /^a\.yaml the file uses aliases, which are not allowed here$/,
  ],
  ['a merge key', 'a.yaml', added('<<: { title: x }'), /^a\.yaml:\d+:1 <<? ?.*is not a known part here/],
  [
    'brackets without end',
    'a.yaml',
    text('['.repeat(20_000)),
    /^a\.yaml:\d+:\d+ the file is nested too deeply$/,
  ],
  [
    'a file larger than any scenario',
    'a.yaml',
    text('x'.repeat(513_000)),
    /^a\.yaml the file is larger than 512000 bytes$/,
  ],
  [
    'a list longer than any',
    'a.json',
    json((d) =>
      Object.assign(d, { requests: Array.from({ length: 101 }, (_, i) => request(`r${i}`, 'ada')) }),
    ),
    /requests has more than 100 entries$/,
  ],
  [
    'Latin-1',
    'a.yaml',
    () => new Uint8Array(Buffer.from(yaml.replace('Village', 'Zoë'), 'latin1')),
    /^a\.yaml the file is not text in UTF-8; save it in that encoding$/,
  ],
  [
    'UTF-16',
    'a.yaml',
    () => new Uint8Array(Buffer.from(`\ufeff${yaml}`, 'utf16le')),
    /^a\.yaml the file is not text in UTF-8; save it in that encoding$/,
  ],
  [
    'a picture',
    'a.yaml',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    /^a\.yaml the file is not text in UTF-8; save it in that encoding$/,
  ],
  [
    'a page of the web',
    'a.yaml',
    text('<!doctype html><html><body>Not found</body></html>'),
    /^a\.yaml:1:1 the file must be a group of named parts$/,
  ],
];

const unknownParts: BadDocument[] = [
  [
    'a part spelt wrong',
    'a.yaml',
    replaced(/phrasings:/, 'phrases:'),
    /^a\.yaml:\d+:5 requests\.0\.phrases is not a known part here; did you mean “phrasings”\?$/,
  ],
  [
    'two letters swapped',
    'a.yaml',
    replaced(/answer:/, 'anwser:'),
    /requests\.0\.anwser is not a known part here; did you mean “answer”\?$/,
  ],
  [
    'another way to write a name',
    'a.yaml',
    replaced('lengthMin: 60', 'length_min: 60'),
    /length_min is not a known part here; did you mean “lengthMin”\?$/,
  ],
  [
    'another case',
    'a.yaml',
    replaced('persona: prompt', 'Persona: prompt'),
    /recipients\.0\.Persona is not a known part here; did you mean “persona”\?$/,
  ],
  [
    'a part in another place',
    'a.yaml',
    added('phrasings: [x]'),
    /phrasings is not a known part here; it belongs in requests$/,
  ],
  [
    'a part of the top further in',
    'a.yaml',
    replaced(/ {4}name: Ada\n/, '    name: Ada\n    summary: x\n'),
    /recipients\.0\.summary is not a known part here; it belongs at the top of the document$/,
  ],
  [
    'a part nobody knows',
    'a.yaml',
    added('zebra: 1'),
    /zebra is not a known part here; is it spelt right, and in the right place\?$/,
  ],
  [
    'a part of a persona spelt wrong',
    'a.yaml',
    replaced('discipline: exhaustive', 'dicipline: exhaustive'),
    /personas\.prompt\.mail\.dicipline is not a known part here; did you mean “discipline”\?$/,
  ],
  [
    'a prototype',
    'a.json',
    text(JSON.stringify(good).replace('{', '{"__proto__":{"polluted":1},')),
    /__proto__ is not a known part here/,
  ],
  [
    'a constructor',
    'a.json',
    json((d) => Object.assign(d, { constructor: { prototype: { polluted: 1 } } })),
    /constructor is not a known part here/,
  ],
  [
    'a prototype further in',
    'a.json',
    text(JSON.stringify(good).replace('"brief":{', '"brief":{"__proto__":{"polluted":1},')),
    /brief\.__proto__ is not a known part here/,
  ],
  [
    'a trigger nobody knows',
    'a.json',
    json((d) =>
      Object.assign(d, {
        mail: [{ id: 'm', from: 'ada', subject: 'x', text: 'x', on: { aksed: 'bridge' } }],
      }),
    ),
    /mail\.0\.on must be one of asked, answered, notAnsweredAfter, solved or quiet, with its value$/,
  ],
  [
    'both a time and a trigger',
    'a.json',
    json((d) =>
      Object.assign(d, {
        mail: [{ id: 'm', from: 'ada', subject: 'x', text: 'x', at: 1, on: { solved: 1 } }],
      }),
    ),
    /mail\.0 give either at or on$/,
  ],
];

const rules: BadDocument[] = [
  [
    'two recipients with one id',
    'a.yaml',
    rule({
      recipients: [villager('ada'), villager('ben'), villager('cleo'), villager('ada', { name: 'Other' })],
    }),
    /^a\.yaml:\d+:5 recipients\.3\.id another of the recipients has the id “ada”$/,
  ],
  [
    'two requests with one title',
    'a.yaml',
    rule({
      requests: [request('a', 'ada', { title: 'X' }), request('b', 'ben', { title: 'X' })],
      details: [],
    }),
    /requests\.1\.title another of the requests has the title “X”$/,
  ],
  [
    'a request to nobody',
    'a.yaml',
    rule({ requests: [request('a', 'zoe')], details: [] }),
    /^a\.yaml:\d+:5 requests\.0\.recipient there is no recipient “zoe”$/,
  ],
  [
    'a persona nobody described',
    'a.yaml',
    rule({ recipients: [villager('ada', { persona: 'ghost' }), villager('ben'), villager('cleo')] }),
    /recipients\.0\.persona there is no persona “ghost”$/,
  ],
  [
    'requests that wait for each other',
    'a.yaml',
    rule({
      details: colours('red', 'blue'),
      requests: [trip('one', 'red', 'blue'), trip('two', 'blue', 'red')],
    }),
    /requests\.0 these wait for each other in a circle, so none can be answered: one, two$/,
  ],
  [
    'a request that waits for itself',
    'a.yaml',
    rule({ details: colours('red'), requests: [trip('one', 'red', 'red')] }),
    /these wait for each other in a circle, so none can be answered: one$/,
  ],
  [
    'a detail nobody knows',
    'a.yaml',
    rule({ details: colours('red'), requests: [request('one', 'ada', { details: ['red'] })] }),
    /requests\.0\.details\.0 one needs “red”, but no request gives it/,
  ],
  [
    'a person who bounces',
    'a.yaml',
    rule({ recipients: [villager('ada', { address: 'outdated' }), villager('ben'), villager('cleo')] }),
    /requests\.0\.recipient bridge is needed, but mail to Ada bounces$/,
  ],
  [
    'a day that does not exist',
    'a.yaml',
    rule({ start: '2026-02-30T09:00' }),
    /^a\.yaml:\d+:1 start there is no such day$/,
  ],
  [
    'a mail after the end',
    'a.yaml',
    rule({ mail: [{ id: 'm', from: 'ada', subject: 'x', text: 'x', at: 90 }] }),
    /mail\.0\.at comes after 90 minutes; the run lasts 60$/,
  ],
  [
    'a trigger that never fires',
    'a.yaml',
    rule({ mail: [{ id: 'm', from: 'ada', subject: 'x', text: 'x', on: { solved: 9 } }] }),
    /mail\.0\.on waits for 9 solved requests; the mission has 3 that are required$/,
  ],
  [
    'an answer that nobody reads in time',
    'a.yaml',
    rule({ requests: [request('a', 'ada', { answer: 'word '.repeat(21).trim() })], details: [] }),
    /requests\.0\.answer has 21 words; 20 is the most$/,
  ],
  [
    'a run shorter than its chain',
    'a.yaml',
    rule({ lengthMin: 8 }),
    /lengthMin the longest chain of requests needs more than 8 minutes; the run lasts 8$/,
  ],
  [
    'a bucket that is not there',
    'a.yaml',
    rule({
      desk: deskOf({
        kind: 'sort',
        prompt: 'Where?',
        buckets: ['a', 'b'],
        items: [0, 1, 0, 3].map((bucket, i) => ({ text: `t${i}`, bucket })),
      }),
    }),
    /desk\.cards\.0\.items\.3\.bucket there is no bucket 3/,
  ],
];

const sheets: BadDocument[] = [
  [
    'a text with the name of a workbook',
    'a.xlsx',
    text(yaml),
    /^a\.xlsx the file is not a workbook \(\.xlsx\)$/,
  ],
  ['an empty file', 'a.xlsx', text(''), /^a\.xlsx the file is not a workbook \(\.xlsx\)$/],
  [
    'half a workbook',
    'a.xlsx',
    async () => (await workbook(() => undefined)()).slice(0, 3_000),
    /^a\.xlsx the file is only part of a workbook; was it copied to its end\?$/,
  ],
  [
    'an archive of something else',
    'a.xlsx',
    () => zipSync({ 'word/document.xml': strToU8('<w/>') }),
    /^a\.xlsx the file is an archive, but not a workbook \(\.xlsx\)$/,
  ],
  [
    'an archive that unpacks to gigabytes',
    'a.xlsx',
    () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }),
    /^a\.xlsx the file is larger, unpacked, than any scenario is$/,
  ],
  [
    'a workbook whose inside is torn',
    'a.xlsx',
    rewritten(/sheet1\.xml$/, (xml) => xml.slice(0, 400)),
    /^a\.xlsx the file is a workbook that cannot be read; save it again as \.xlsx$/,
  ],
  [
    'a sheet that is missing',
    'a.xlsx',
    workbook((all) => all.delete('Requests')),
    /^a\.xlsx, sheet Requests: is missing$/,
  ],
  [
    'a sheet of another name',
    'a.xlsx',
    workbook((all) => {
      const rows = all.get('Requests');
      all.delete('Requests');
      all.set('Request', rows ?? []);
    }),
    /^a\.xlsx, sheet Request: is not a sheet of a scenario; did you mean “Requests”\?$/,
  ],
  [
    'a sheet too many',
    'a.xlsx',
    workbook((all) => all.set('Budget 2026', [['mine']])),
    /^a\.xlsx, sheet Budget 2026: is not a sheet of a scenario; those are Scenario, /,
  ],
  [
    'a column of another name',
    'a.xlsx',
    workbook((all) => cell(all, 'Requests', 'phrasings', 0, 'phrases')),
    /^a\.xlsx, sheet Requests, cell J2: requests\.0\.phrases is not a known part here; did you mean “phrasings”\?$/,
  ],
  [
    'a column twice',
    'a.xlsx',
    workbook((all) => {
      all.get('Requests')?.[0]?.push('title');
      all.get('Requests')?.[1]?.push('Again');
    }),
    /^a\.xlsx, sheet Requests, cell N2: is given twice$/,
  ],
  [
    'a sheet without its heads',
    'a.xlsx',
    workbook((all) => all.get('Requests')?.shift()),
    /^a\.xlsx, sheet Requests: needs a first row that names its columns; “id” is not among them$/,
  ],
  [
    'a text in a cell for numbers',
    'a.xlsx',
    workbook((all) => cell(all, 'Requests', 'weight', 1, 'much')),
    /^a\.xlsx, sheet Requests, cell I2: requests\.0\.weight must be a number$/,
  ],
  [
    'an empty cell that has to say something',
    'a.xlsx',
    workbook((all) => cell(all, 'Requests', 'answer', 2, null)),
    /^a\.xlsx, sheet Requests, cell D3: requests\.1\.answer is missing$/,
  ],
  [
    'a quotation mark that stays open',
    'a.xlsx',
    workbook((all) => cell(all, 'Requests', 'ask', 1, '"so')),
    /^a\.xlsx, sheet Requests, cell L2: begins with a quotation mark/,
  ],
  [
    'a recipient that is in no row',
    'a.xlsx',
    workbook((all) => cell(all, 'Requests', 'recipient', 1, 'zoe')),
    /^a\.xlsx, sheet Requests, cell C2: requests\.0\.recipient there is no recipient “zoe”$/,
  ],
  [
    'a persona without an id',
    'a.xlsx',
    workbook((all) => cell(all, 'Personas', 'id', 1, null)),
    /^a\.xlsx, sheet Personas: needs another id in each row/,
  ],
  [
    'a prototype for a column',
    'a.xlsx',
    workbook((all) => {
      all.get('Recipients')?.[0]?.push('__proto__.polluted');
      all.get('Recipients')?.[1]?.push('yes');
    }),
    /^a\.xlsx, sheet Recipients, cell Q2: recipients\.0\.__proto__ is not a known part here/,
  ],
  [
    'a card to sort into that is not there',
    'a.xlsx',
    workbook((all) => all.get('Things to sort')?.push([9, 'a thing', 0])),
    /^a\.xlsx, sheet Things to sort, cell A6: there is no card 9 of the kind sort$/,
  ],
  [
    'a row of single values twice',
    'a.xlsx',
    workbook((all) => all.get('Scenario')?.push(['title', 'Again'])),
    /^a\.xlsx, sheet Scenario, cell B\d+: is given twice$/,
  ],
  [
    'a formula that has not been worked out',
    'a.xlsx',
    rewritten(/sheet1\.xml$/, (xml) => inLength(xml, '><f>30+30</f>')),
    /^a\.xlsx, sheet Scenario, cell B\d+: lengthMin is missing$/,
  ],
  [
    'a formula that went wrong',
    'a.xlsx',
    rewritten(/sheet1\.xml$/, (xml) => inLength(xml, ' t="e"><f>1/0</f><v>#DIV/0!</v>')),
    /^a\.xlsx, sheet Scenario, cell B\d+: lengthMin is missing$/,
  ],
];

export const badDocuments: BadDocument[] = [
  ...wrongTypes,
  ...missing,
  ...brokenText,
  ...unknownParts,
  ...rules,
  ...sheets,
];
