import { stringify } from 'yaml';
import type { Scenario } from '@/core/contract/scenario';

export type ExportForm = 'yaml' | 'json' | 'xlsx';

/** The form that a file's name asks for; null for a name without one. */
export function formOf(file: string): ExportForm | null {
  const form = /\.(yaml|yml|json|xlsx)$/i.exec(file)?.[1]?.toLowerCase();
  if (form === undefined) return null;
  return form === 'yml' ? 'yaml' : (form as ExportForm);
}

/** A scenario as the text of a file, which is read as the same document again. */
export const scenarioText = (scenario: Scenario, form: 'yaml' | 'json'): string =>
  form === 'yaml' ? stringify(scenario, { lineWidth: 110 }) : `${JSON.stringify(scenario, null, 2)}\n`;
