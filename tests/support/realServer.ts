import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { protocolVersion } from '@/core/contract/protocol';
import { type Child, childOf } from './child';
import type { Visitor } from './liveServer';

interface Options {
  rate?: number;
  packs?: string;
  swallow?: boolean;
}

const started = z.object({ port: z.number() });
const opened = z.object({ seat: z.string() });

/** tests/support/serveProcess.ts as a process of its own, with the visitors a test needs. */
export class RealServer {
  private constructor(
    readonly child: Child,
    readonly base: string,
  ) {}

  /** Resolves when it listens. `rate` is the clock's; without it the scene clock. */
  static async start(dataDir: string, options: Options = {}): Promise<RealServer> {
    const child = await childOf('tests/support/serveProcess.ts', [JSON.stringify(options)], {
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    for await (const line of child.lines)
      return new RealServer(child, `http://127.0.0.1:${started.parse(JSON.parse(line)).port}`);
    throw new Error(`the server did not start: ${(await child.ended).stderr}`);
  }

  /** Somebody new with a solo run of the scenario. */
  async visitor(scenario = 'launch-week-taste'): Promise<Visitor> {
    const response = await fetch(`${this.base}/api/solo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ scenario }),
    });
    const { seat } = opened.parse(await response.json());
    return { seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }

  async connected({ seat, cookie }: Visitor): Promise<Socket> {
    const socket = io(this.base, {
      auth: { protocol: protocolVersion, seat },
      extraHeaders: { cookie },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    onTestFinished(() => void socket.disconnect());
    await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
    return socket;
  }

  async ready(): Promise<{ status: number; reasons: string[] }> {
    const response = await fetch(`${this.base}/readyz`);
    const { reasons } = z.object({ reasons: z.array(z.string()) }).parse(await response.json());
    return { status: response.status, reasons };
  }

  async kill(): Promise<void> {
    this.child.kill();
    await this.child.ended;
  }
}
