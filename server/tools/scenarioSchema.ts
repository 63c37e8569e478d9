import { writeFile } from 'node:fs/promises';
import { jsonSchemaFile, scenarioJsonSchema } from '../catalog/scenarioJsonSchema';

/** Writes the JSON Schema of scenario files anew; run it after a change of core/contract/scenario.ts. */
await writeFile(jsonSchemaFile, scenarioJsonSchema());
process.stdout.write(`${jsonSchemaFile} is written.\n`);
