import { describe, expect, it } from 'vitest';
import { createComposer, write, writingOf } from '@/app/_features/play/composerStore';
import { keepDrafts } from '@/app/_features/play/draftKeeper';
import { Connection } from '@/app/_lib/connection';
import type { RunView } from '@/core/contract/view';
import type { Draft, Snapshot } from '@/core/contract/wire';
import { quantile } from '@/core/sim/measures/quantile';
import { hashToken } from '@/server/auth/token';
import { runEvents } from '@/server/store/runs';
import { seatOf } from '@/server/store/seats';
import { generator } from '@/tests/view/random';
import { CutWire, type Recovery } from '../support/cutWire';
import { MemoryOutbox } from '../support/fakeWire';
import { LiveServer, type Visitor } from '../support/liveServer';
import { control, joinSession, lead } from '../support/session';

const clients = 30;
const playMs = process.env.LONG ? 300_000 : 6_000;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * Somebody who writes, does cards and keeps a draft, with the browser's own connection, outbox and keeper of drafts; now and
 * then the line is cut.
 */
class Client {
  readonly tokens: string[] = [];
  readonly back: number[] = [];
  draft = '';
  private wire: CutWire | null = null;
  private drafts = 0;
  private readonly composer = createComposer([]);
  private readonly stopKeeping: () => void;
  private readonly random: () => number;
  readonly connection: Connection;

  private constructor(
    readonly name: string,
    readonly who: Visitor,
    server: LiveServer,
    snapshot: Snapshot,
    recovery: Recovery,
    seed: number,
  ) {
    this.random = generator(seed);
    this.connection = new Connection({
      initial: { view: snapshot.view, epoch: snapshot.epoch, n: snapshot.n, drafts: [] },
      wire: (on) => {
        this.wire = new CutWire(server.base, who, on, recovery);
        return this.wire;
      },
      outbox: new MemoryOutbox(),
      now: () => performance.now(),
    });
    this.connection.start();
    this.stopKeeping = keepDrafts(who.seat, this.composer, this.connection, null);
  }

  static async come(server: LiveServer, code: string, n: number, recovery: Recovery): Promise<Client> {
    const name = `client-${n}`;
    const who = await joinSession(server, { code }, name);
    const first = await server.connected(who);
    const { snapshot } = (await first.timeout(5_000).emitWithAck('resume', null)) as { snapshot: Snapshot };
    first.disconnect();
    return new Client(name, who, server, snapshot, recovery, 1_000 + n);
  }

  async play(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (performance.now() < until) {
      await pause(50 + this.random() * 350);
      this.act();
      if (this.random() < 0.08) await this.cut();
    }
  }

  private act(): void {
    const { card } = this.connection.store.getState().view.desk;
    const u = this.random();
    if (u < 0.3 && card) {
      void this.connection.send('desk.answer', { cardId: card.cardId, choice: 0 });
    } else if (u < 0.6) {
      this.draft = `${this.name} draft ${++this.drafts}`;
      write(this.composer, 'cleo', { text: this.draft, dirty: true });
    } else {
      const token = `${this.name} mail ${this.tokens.length + 1}`;
      this.tokens.push(token);
      void this.connection.send('mail.send', { to: 'ada', subject: token, text: token });
    }
  }

  private async cut(): Promise<void> {
    // The answer to what was done just now is lost, and so is what is done before anybody notices.
    this.act();
    await pause(2);
    this.wire?.cut();
    this.act();
    const from = performance.now();
    await pause(60);
    await this.online(15_000);
    this.back.push(performance.now() - from);
  }

  async online(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (this.connection.store.getState().link !== 'online' && performance.now() < until) await pause(10);
  }

  /** Everything that was typed has been answered. */
  async settled(): Promise<boolean> {
    const open = () =>
      this.connection.store.getState().outbox.length > 0 || writingOf(this.composer.getState(), 'cleo').dirty;
    for (let i = 0; i < 200 && open(); i++) await pause(50);
    return !open();
  }

  leave(): void {
    this.stopKeeping();
    this.connection.close();
  }
}

/** What is lost, doubled or not level in the end, by name; and how long they took to come back, in ms. */
async function evening(
  recovery: Recovery,
  ms: number,
): Promise<{ wrong: string[]; back: number[]; mails: number }> {
  const server = await LiveServer.start({ rate: 60 });
  const led = await lead(server, { names: 'free', lengthMin: 1_200 });
  const all: Client[] = [];
  for (let n = 0; n < clients; n++) all.push(await Client.come(server, led.code, n, recovery));
  await Promise.all(all.map((c) => c.online(10_000)));
  await control(led, 'start');
  await Promise.all(all.map((c) => c.play(ms)));
  const wrong = (await Promise.all(all.map((client) => wrongWith(server, client)))).flat();
  for (const client of all) client.leave();
  return { wrong, back: all.flatMap((c) => c.back), mails: all.reduce((n, c) => n + c.tokens.length, 0) };
}

/** Everything but what a clock shows, which goes on between two looks. */
const still = ({ clock: _, ...view }: RunView): string => JSON.stringify(view);

async function wrongWith(server: LiveServer, client: Client): Promise<string[]> {
  const wrong: string[] = [];
  if (!(await client.settled())) wrong.push(`${client.name}: something was never answered`);
  const { who } = client;
  const seat = await seatOf(server.db, who.seat, hashToken(who.cookie.split('=')[1] ?? ''));
  const sent = (await runEvents(server.db, seat?.runId ?? '')).flatMap((e) =>
    e.type === 'mail.sent' ? [e.data.text] : [],
  );
  for (const token of client.tokens) {
    const times = sent.filter((text) => text === token).length;
    if (times !== 1) wrong.push(`${token} was stored ${times} times`);
  }
  const fresh = await server.connected(who);
  const level = async () => {
    const now = (await fresh.timeout(5_000).emitWithAck('resume', null)) as {
      snapshot: Snapshot;
      drafts: Draft[];
    };
    return {
      view: still(now.snapshot.view),
      draft: now.drafts.find((d) => d.conversation === 'cleo')?.text ?? '',
    };
  };
  let now = await level();
  for (let i = 0; i < 20 && now.view !== still(client.connection.store.getState().view); i++) {
    await pause(100);
    now = await level();
  }
  if (now.view !== still(client.connection.store.getState().view))
    wrong.push(`${client.name}: the page is not level`);
  if (now.draft !== client.draft)
    wrong.push(`${client.name}: the draft is “${now.draft}”, not “${client.draft}”`);
  fresh.disconnect();
  return wrong;
}

describe('thirty people whose lines are cut at random', { timeout: playMs + 120_000 }, () => {
  it('are all back soon, with mails, drafts and pages as they were; nothing is lost or doubled', async () => {
    const { wrong, back, mails } = await evening({ repeats: true, resumes: true }, playMs);
    expect(wrong).toEqual([]);
    expect(back.length).toBeGreaterThan(clients);
    expect(mails).toBeGreaterThan(clients * 4);
    if (process.env.LONG)
      process.stdout.write(
        `${back.length} cuts, back after ${Math.round(quantile(back, 0.5) ?? 0)} ms in the median, ${Math.round(Math.max(...back))} ms at most; ${mails} mails\n`,
      );
  });

  it('lose mails where nothing is sent again', async () => {
    const { wrong } = await evening({ repeats: false, resumes: true }, Math.min(playMs, 5_000));
    expect(wrong.some((line) => line.endsWith('was stored 0 times'))).toBe(true);
  });

  it('see an old page where nothing is asked for again', async () => {
    const { wrong } = await evening({ repeats: true, resumes: false }, Math.min(playMs, 5_000));
    expect(wrong.some((line) => line.endsWith('the page is not level'))).toBe(true);
  });
});
