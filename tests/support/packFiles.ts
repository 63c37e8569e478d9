import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';

/** The missions that come with the program. */
export const missions = [
  'launch-week-taste',
  'launch-week-quick',
  'launch-week',
  'supply-shortage',
  'field-trip',
  'incident',
  'hiring-panel',
  'moving-house',
  'thesis',
  'newsroom',
  'street-festival',
  'pancakes',
] as const;

/** Two minutes, to explain one idea: it has no detours. */
export const isToy = (s: Scenario): boolean => s.playMin <= 2;

/** A pack as its file has it now. */
export const packFile = (slug: string): Scenario =>
  scenarioSchema.parse(parse(readFileSync(path.join('prisma', 'scenarios', `${slug}.yaml`), 'utf8')));

/** Every pack, twins and the practice too. */
export const allPacks = (): Scenario[] =>
  readdirSync(path.join('prisma', 'scenarios'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => packFile(path.basename(file, '.yaml')));
