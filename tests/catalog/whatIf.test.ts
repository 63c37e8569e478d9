import { expect, test } from 'vitest';
import { may, type Who } from '@/server/auth/may';
import { hashToken } from '@/server/auth/token';
import { groupStudy, ownStudy, studyChoices, studyScenario } from '@/server/catalog/whatIf';
import { changeHead } from '@/server/store/scenarioHeads';
import { shareDatabase } from '@/server/store/shared';
import { LiveServer, send, type Visitor } from '../support/liveServer';
import { control, joinSession, lead } from '../support/session';

const tokenOf = ({ cookie }: Visitor) => hashToken(cookie.replace('device=', ''));
const player = (seatId: string): Who => ({ role: 'participant', seatId });

async function serving(): Promise<LiveServer> {
  const server = await LiveServer.start();
  shareDatabase(server.db);
  return server;
}

async function playOn(server: LiveServer, who: Visitor): Promise<void> {
  const socket = await server.connected(who);
  await send(socket, 'clock.start', {});
  await send(socket, 'run.finish', {});
}

test('P9: a plan of one’s own can be studied by its seat once its last run has ended, and by no other', async () => {
  const server = await serving();
  const ada = await server.visitor(undefined, 'mail');
  const before = await ownStudy(ada.seat, tokenOf(ada));
  expect(may(player(ada.seat), 'scenario.study', before)).toBe(false);
  expect(before?.points).toEqual([]);
  await playOn(server, ada);
  const after = await ownStudy(ada.seat, tokenOf(ada));
  expect(may(player(ada.seat), 'scenario.study', after)).toBe(true);
  expect(may(player('another'), 'scenario.study', after)).toBe(false);
  expect(after?.points).toEqual([
    {
      mode: 'mail',
      whose: 'own',
      values: expect.objectContaining({ finished: 0, completionTime: null, deskDone: 0 }),
    },
  ]);
  expect(JSON.stringify(after?.scenario)).not.toContain('is ready');
});

test('somebody else’s seat and an absent one are the same nothing', async () => {
  const server = await serving();
  const [ada, bob] = [await server.visitor(), await server.visitor()];
  expect(await ownStudy(ada.seat, tokenOf(bob))).toBeNull();
  expect(await ownStudy('AAAAAAAAAAAAAAAA', tokenOf(bob))).toBeNull();
  expect(await ownStudy(ada.seat, null)).toBeNull();
});

test('P9: in a session its runs do not open the scenario until the facilitator reveals; the group’s middle is for who leads it', async () => {
  const server = await serving();
  const led = await lead(server, { plan: 'mail' });
  const ada = await joinSession(server, led, 'Ada');
  await control(led, 'start');
  await send(await server.connected(ada), 'run.finish', {});
  const hidden = await ownStudy(ada.seat, tokenOf(ada));
  expect(may(player(ada.seat), 'scenario.study', hidden)).toBe(false);
  await control(led, 'end');
  expect(await control(led, 'reveal', { revealed: true })).toMatchObject({ ok: true });
  const open = await ownStudy(ada.seat, tokenOf(ada));
  expect(may(player(ada.seat), 'scenario.study', open)).toBe(true);
  expect(await groupStudy(led.sessionId)).toMatchObject({ slug: 'village' });
  expect(await groupStudy('AAAAAAAAAAAAAAAA')).toBeNull();
});

test('whoever makes sessions may choose every mission, and gets it without the words of its answers', async () => {
  const { db } = await serving();
  const fay = { role: 'facilitator', accountId: 'fay' } as const;
  expect(await studyChoices(fay)).toEqual([{ slug: 'village', title: 'Village' }]);
  expect(JSON.stringify(await studyScenario(fay, 'village'))).not.toContain('is ready');
  expect(await studyScenario(fay, 'nowhere')).toBeNull();
  expect(await studyChoices({ role: 'nobody' })).toEqual([]);
  expect(await studyScenario({ role: 'nobody' }, 'village')).toBeNull();
  await changeHead(db, 'village', { visibility: 'private' });
  expect(await studyChoices(fay)).toEqual([]);
  expect(await studyScenario(fay, 'village')).toBeNull();
});
