import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { refuse } from '@/core/contract/refusal';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import type { Accounts } from '../auth/accounts';
import { allowed, may, type Who, whoOf } from '../auth/may';
import { scenarioTemplate } from '../catalog/scenarioTemplate';
import { type ExportForm, scenarioText } from '../catalog/scenarioText';
import { workbookOf } from '../catalog/spreadsheet/workbook';
import { xlsxOf } from '../catalog/spreadsheet/xlsx';
import type { Database } from '../store/database';
import { headOf } from '../store/scenarioHeads';
import { currentScenario, scenarioByVersion } from '../store/scenarios';
import { problem } from './reply';

const address = /^\/api\/scenarios\/([a-z0-9-]{1,60})\.(yaml|json|xlsx)$/;
/** A file to begin with, for those who would rather write in a spreadsheet or a text. */
const template = /^\/api\/scenario-template\.(yaml|json|xlsx)$/;
const query = z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional() });

/**
 * Answers `/api/scenarios/{slug}.yaml|json|xlsx?version=2` (the newest version where none is named) and
 * `/api/scenario-template.yaml|json|xlsx`, for who makes sessions: the answers stand in it, so whoever plays cannot have it.
 * False where the request is for somebody else.
 */
export async function answerScenarioExport(
  req: IncomingMessage,
  res: ServerResponse,
  { db, accounts }: { db: Database; accounts: Accounts },
): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?');
  const [, slug, form = template.exec(path)?.[1]] = address.exec(path) ?? [];
  if (form === undefined) return false;
  const who = whoOf(await accounts.current(req.headers.cookie ?? null));
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  const found = slug === undefined ? templateFor(who) : readable(db, who, slug, asked.data?.version);
  const scenario = asked.success ? await found : null;
  if (!scenario) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  const file = await fileOf(scenario, form as ExportForm);
  const name = slug === undefined ? 'scenario-template' : `${slug}-${scenario.version}`;
  res.writeHead(200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${name}.${form}"`,
    'cache-control': 'no-store',
  });
  res.end(file.contents);
  return true;
}

const templateFor = async (who: Who): Promise<Scenario | null> =>
  may(who, 'scenario.create') ? scenarioSchema.parse(scenarioTemplate) : null;

async function readable(db: Database, who: Who, slug: string, version?: number): Promise<Scenario | null> {
  if (!allowed(who, 'scenario.read', await headOf(db, slug))) return null;
  return version === undefined ? currentScenario(db, slug) : scenarioByVersion(db, slug, version);
}

async function fileOf(
  scenario: Scenario,
  form: ExportForm,
): Promise<{ type: string; contents: string | Buffer }> {
  if (form === 'xlsx')
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      contents: await xlsxOf(workbookOf(scenario)),
    };
  const type = form === 'yaml' ? 'application/yaml; charset=utf-8' : 'application/json; charset=utf-8';
  return { type, contents: scenarioText(scenario, form) };
}
