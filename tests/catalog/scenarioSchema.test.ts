import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packsFolder } from '@/server/catalog/packs';
import { jsonSchemaFile, scenarioJsonSchema } from '@/server/catalog/scenarioJsonSchema';

test('the JSON Schema for editors is the one of the contract (write it with npm run scenario:schema)', async () => {
  expect(await readFile(jsonSchemaFile, 'utf8')).toBe(scenarioJsonSchema());
});

test('what has a default may be left out, and unknown parts are marked', () => {
  const schema = JSON.parse(scenarioJsonSchema());
  expect(schema.required).toContain('lengthMin');
  expect(schema.required).not.toContain('mail');
  expect(schema.additionalProperties).toBe(false);
});

test('every pack names the schema in its first line', async () => {
  const names = (await readdir(packsFolder)).filter((name) => name.endsWith('.yaml'));
  const first = await Promise.all(
    names.map(async (name) => (await readFile(path.join(packsFolder, name), 'utf8')).split('\n')[0]),
  );
  expect(new Set(first)).toEqual(new Set(['# yaml-language-server: $schema=./scenario.schema.json']));
});
