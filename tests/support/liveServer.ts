import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Plan } from '@/core/contract/plan';
import { protocolVersion } from '@/core/contract/protocol';
import { Accounts } from '@/server/auth/accounts';
import { createLimits, type quotas } from '@/server/auth/limits';
import { parseEnv } from '@/server/env';
import { answerAccounts } from '@/server/http/accounts';
import { answerApi } from '@/server/http/api';
import { answerAuthoring } from '@/server/http/authoring';
import { answerExport } from '@/server/http/export';
import { answerHealth } from '@/server/http/health';
import { answerReplications } from '@/server/http/replications';
import { answerScenarioExport } from '@/server/http/scenarioExport';
import { answerScreen } from '@/server/http/screen';
import { answerSessionExport } from '@/server/http/sessionExport';
import { type LiveServer as RunningServer, startLive } from '@/server/live';
import { createMetrics } from '@/server/observe/metrics';
import type { WallClock } from '@/server/session/ports';
import type { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { saveScenario } from '@/server/store/scenarios';
import { authSecret } from './authSecret';
import { openDatabase } from './storeFixture';
import { village } from './village';

interface Options {
  env?: Record<string, string>;
  limits?: Partial<typeof quotas>;
  /** Simulated seconds per real one. */
  rate?: number;
  /** The database of a server that was closed. */
  db?: Database;
  /** The real one where it is left out. */
  wall?: WallClock;
}

export interface Visitor {
  cookie: string;
  seat: string;
}

/** The whole server but its pages, in this process, on a port of its own and a fresh database. */
export class LiveServer {
  private constructor(
    /** What went wrong since the start, in the order in which it was told. */
    readonly reports: readonly string[],
    readonly base: string,
    readonly db: Database,
    readonly accounts: Accounts,
    private readonly live: RunningServer,
  ) {}

  static async start({
    env: given = {},
    limits: chosen = {},
    rate = 600,
    db: kept,
    wall,
  }: Options = {}): Promise<LiveServer> {
    const db = kept ?? (await openDatabase());
    const store = new EventStore(db);
    await saveScenario(db, { scenario: village(), sha256: 'x', now: 0 });
    const env = parseEnv({ LOG_LEVEL: 'silent', ...given });
    const metrics = createMetrics();
    const limits = createLimits(chosen);
    const reports: string[] = [];
    const report = (what: string, error: unknown) => void reports.push(`${what}: ${String(error)}`);
    const accounts = new Accounts({ db, limits, secret: authSecret });
    const api = { db, env, limits, report, accounts, rooms: () => live.rooms };
    const http = createServer((req, res) => {
      void (async () => {
        const done =
          (await answerHealth(req, res, { env, db, store, metrics })) ||
          (await answerExport(req, res, api)) ||
          (await answerSessionExport(req, res, api)) ||
          (await answerScenarioExport(req, res, api)) ||
          (await answerAuthoring(req, res, api)) ||
          (await answerReplications(req, res, api)) ||
          (await answerScreen(req, res, api)) ||
          (await answerAccounts(req, res, api)) ||
          (await answerApi(req, res, api));
        if (!done) res.writeHead(404).end();
      })();
    });
    const live = await startLive({
      http,
      db,
      store,
      limits,
      metrics,
      accounts,
      publicUrl: null,
      processId: 'test',
      report,
      rule: { kind: 'constant', rate },
      ...(wall && { wall }),
    });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    onTestFinished(async () => {
      await live.close();
      http.closeAllConnections();
      http.close();
    });
    return new LiveServer(
      reports,
      `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      db,
      accounts,
      live,
    );
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const type = { 'content-type': 'application/json', accept: 'application/json' };
    return fetch(`${this.base}${path}`, {
      method: 'POST',
      headers: { ...type, ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
    });
  }

  /** Somebody new with a solo run of their own. */
  async visitor(cookie?: string, plan?: Plan): Promise<Visitor> {
    const asked = { scenario: 'village', ...(plan && { plan }) };
    const response = await this.post('/api/solo', asked, cookie ? { cookie } : {});
    const { seat } = (await response.json()) as { seat: string };
    return { seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie ?? '' };
  }

  /** Ends what is live and begins anew on the same database, as another process would. */
  async restarted(options: Pick<Options, 'rate' | 'wall'> = {}): Promise<LiveServer> {
    await this.live.close();
    return LiveServer.start({ ...options, db: this.db });
  }

  socket(
    who: Visitor,
    auth: object = { protocol: protocolVersion, seat: who.seat },
    headers: Record<string, string> = {},
  ): Socket {
    const socket = io(this.base, {
      auth,
      extraHeaders: { cookie: who.cookie, ...headers },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    onTestFinished(() => void socket.disconnect());
    return socket;
  }

  async connected(who: Visitor): Promise<Socket> {
    const socket = this.socket(who);
    await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
    return socket;
  }

  /** Why a connection is refused; 'connected' when it is not. */
  refusal(socket: Socket): Promise<unknown> {
    return new Promise((done) =>
      socket
        .once('connect', () => done('connected'))
        .once('connect_error', (e) =>
          done('data' in e && e.data ? (e.data as { code: string }).code : e.message),
        ),
    );
  }
}

let count = 0;
export const send = (
  socket: Socket,
  name: string,
  body: unknown,
  commandId = `test-command-${++count}`,
): Promise<{ ok: boolean; refusal?: { code: string }; n?: number }> =>
  socket.timeout(5_000).emitWithAck(name, { commandId, body });
