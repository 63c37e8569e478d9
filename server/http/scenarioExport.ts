import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '@/core/contract/refusal';
import type { Scenario } from '@/core/contract/scenario';
import type { Accounts } from '../auth/accounts';
import { may, whoOf } from '../auth/may';
import { type ExportForm, scenarioText } from '../catalog/scenarioText';
import { workbookOf } from '../catalog/spreadsheet/workbook';
import { xlsxOf } from '../catalog/spreadsheet/xlsx';
import type { Database } from '../store/database';
import { currentScenario } from '../store/scenarios';
import { problem } from './reply';

const address = /^\/api\/scenarios\/([a-z0-9-]{1,60})\.(yaml|json|xlsx)$/;

/**
 * Answers `/api/scenarios/{slug}.yaml|json|xlsx`, the newest version, for who makes sessions: the answers stand in it, so
 * whoever plays cannot have it. False where the request is for somebody else.
 */
export async function answerScenarioExport(
  req: IncomingMessage,
  res: ServerResponse,
  { db, accounts }: { db: Database; accounts: Accounts },
): Promise<boolean> {
  const [, slug, form] = address.exec((req.url ?? '').split('?')[0] ?? '') ?? [];
  if (slug === undefined) return false;
  const me = await accounts.current(req.headers.cookie ?? null);
  const scenario = may(whoOf(me), 'scenario.read') ? await currentScenario(db, slug) : null;
  if (!scenario) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  const file = await fileOf(scenario, form as ExportForm);
  res.writeHead(200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${slug}-${scenario.version}.${form}"`,
    'cache-control': 'no-store',
  });
  res.end(file.contents);
  return true;
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
