import {
  inCommon,
  type PersonaRowName,
  personaRowNames,
  personaRows,
} from '@/app/_features/figures/personaRows';
import texts from '@/app/_messages/en.json';
import type { Persona } from '@/core/contract/persona';

const label = (name: PersonaRowName): string => texts.figures.personas.rows[name];

/** One table: a column for each persona in the order given. What all of them have in common stands in the second list. */
export function personaTable(personas: Readonly<Record<string, Persona>>): {
  table: string[];
  common: string[];
} {
  const all = Object.values(personas);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = personaRowNames.map((name) => ({ name, common: inCommon(all, name) }));
  return {
    table: [
      line(['', ...Object.keys(personas).map((name) => `\`${name}\``)]),
      line(['---', ...all.map(() => '---')]),
      ...rows.flatMap(({ name, common }) =>
        common === null ? [line([label(name), ...all.map(personaRows[name].read)])] : [],
      ),
    ],
    common: rows.flatMap(({ name, common }) => (common === null ? [] : [line([label(name), common])])),
  };
}
