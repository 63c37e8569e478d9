import { z } from 'zod';
import { scenarioSchema } from '@/core/contract/scenario';

/** Where editors find the schema: beside the packs, which name it in their first line. */
export const jsonSchemaFile = 'prisma/scenarios/scenario.schema.json';

/** The form of a scenario file as JSON Schema 2020-12, as an author writes it (what has a default may be left out). */
export function scenarioJsonSchema(): string {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', reused: 'ref' });
  const title = 'Meanwhile scenario, version 1';
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
