import { describe, expect, it } from 'vitest';
import type { Member, Mode } from '@/core/contract/ids';
import type { BotPolicy } from '@/core/contract/policy';
import { BotPlayer } from '@/server/session/botPlayer';
import { lineOf } from '@/server/session/bots';
import { Live } from '../support/live';
import { request, village, villager } from '../support/village';

const scenario = village({
  lengthMin: 90,
  recipients: [villager('ada'), villager('ben')],
  requests: [request('bridge', 'ada'), request('well', 'ada'), request('mill', 'ben')],
});

/** Bots in the seats of a run that begins now; every frame goes to whom it is for. */
async function seated(mode: Mode, bots: Partial<Record<Member, BotPolicy>>, seed = 'seed') {
  const live = new Live({ scenario, mode });
  const players = new Map<Member, BotPlayer>();
  live.onFrame = (to, frame) => players.get(to)?.receive(frame);
  const members = Object.keys(bots) as Member[];
  const start = async () => {
    await live.runner.control(live.runId, { name: 'control.start', body: { members } }, 'start-000001');
  };
  const parts = { wall: live.wall, scenario, start, seed };
  const over: Promise<void>[] = [];
  for (const member of members) {
    const player = new BotPlayer({
      ...parts,
      line: lineOf(live.runner, live.runId, member),
      policy: bots[member] ?? 'usual',
    });
    players.set(member, player);
    over.push(player.play());
  }
  await live.pass(1);
  return { live, players, over };
}
const count = async (live: Live, type: string) => (await live.story(type)).length;

describe('B5: a bot in a seat', () => {
  it.each([
    ['mail', 'mail.sent'],
    ['call', 'call.dialed'],
    ['free', 'mail.sent'],
  ] as const)(
    'plays a whole run by %s with a member’s commands, and comes to its end',
    async (mode, asks) => {
      const { live, over } = await seated(mode, { p1: 'usual' });
      await live.pass(420_000);
      await Promise.all(over);
      expect(await count(live, 'run.ended')).toBe(1);
      expect(await count(live, asks)).toBeGreaterThanOrEqual(2);
      expect(await count(live, 'desk.done')).toBeGreaterThan(5);
      const answers = (await live.log()).flatMap((e) =>
        e.type === 'mail.received' || e.type === 'call.heard' ? e.data.answers : [],
      );
      expect(new Set(answers).size).toBe(3);
      expect(live.reports).toEqual([]);
    },
  );

  it('takes as long for its acts as a person would', async () => {
    const { live } = await seated('mail', { p1: 'usual' });
    await live.pass(60_000);
    const at = (await live.log()).filter((e) => e.commandId && e.actor === 'p1').map((e) => e.at);
    expect(at.length).toBeGreaterThan(5);
    // Turning to a mail and writing it are two commands of one act.
    expect(((at.at(-1) ?? 0) - (at[0] ?? 0)) / at.length).toBeGreaterThan(700);
  });

  it('plays the policy it was given in the modes this is for, and the usual one elsewhere', async () => {
    const inFlight = async (policy: BotPolicy) => {
      const { live } = await seated('mail', { p1: policy });
      await live.pass(30_000);
      return count(live, 'mail.sent');
    };
    expect(await inFlight('parallel-mailer')).toBeGreaterThan(await inFlight('one-at-a-time-mailer'));
    expect(await inFlight('serial-caller')).toBe(await inFlight('usual'));
  });

  it('does nothing while the clock stands, and goes on afterwards', async () => {
    const { live } = await seated('mail', { p1: 'usual' });
    await live.pass(20_000);
    await live.runner.control(live.runId, { name: 'control.pause', body: {} }, 'pause-000001');
    await live.pass(10_000);
    const before = (await live.log()).length;
    await live.pass(60_000);
    expect((await live.log()).length).toBe(before);
    await live.runner.control(live.runId, { name: 'control.resume', body: {} }, 'resume-00001');
    await live.pass(20_000);
    expect((await live.log()).length).toBeGreaterThan(before + 3);
  });

  it('goes when it is told to, and leaves the run as anybody does', async () => {
    const { live, players, over } = await seated('mail', { p1: 'usual' });
    await live.pass(10_000);
    players.get('p1')?.stop();
    await Promise.all(over);
    const before = (await live.log()).filter((e) => e.commandId).length;
    await live.pass(60_000);
    expect((await live.log()).filter((e) => e.commandId)).toHaveLength(before);
    expect(await count(live, 'clock.paused')).toBe(1);
  });

  it('shares a run with others, each at a desk of its own (P8)', async () => {
    const { live } = await seated('free', { p1: 'usual', p2: 'serial-caller', p3: 'parallel-mailer' });
    await live.pass(90_000);
    const log = await live.log();
    for (const member of ['p1', 'p2', 'p3'])
      expect(log.some((e) => e.type === 'desk.done' && e.actor === member)).toBe(true);
    expect(live.reports).toEqual([]);
  });
});
