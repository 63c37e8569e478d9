import { describe, expect, it } from 'vitest';
import { EventStore } from '@/server/store/eventStore';
import { deleteExpiredSoloTeams, expiredSoloTeams } from '@/server/store/retention';
import { runEvents, runRecord } from '@/server/store/runs';
import { currentScenario, listScenarios, saveScenario, scenarioByVersion } from '@/server/store/scenarios';
import {
  exchangeLink,
  issueLink,
  revokeLink,
  revokeOtherSeats,
  seatOf,
  seatsOfDevice,
} from '@/server/store/seats';
import { createSoloTeam, teamRecord, touchTeam } from '@/server/store/teams';
import { addRun, eventAt, headerOf, openDatabase, storeOnDisk } from '../support/storeFixture';
import { village } from '../support/village';

const now = 5_000;
const seatIn = (runId: string, seatId: string) => ({
  seatId,
  teamId: `team-${runId}`,
  runId,
  actor: 'p1',
  displayName: null,
  sessionId: null,
});

describe('scenarios', () => {
  it('have the newest version as the current one and keep the older ones', async () => {
    const db = await openDatabase();
    for (const version of [2, 10, 9])
      await saveScenario(db, { scenario: village({ version }), sha256: `sha${version}`, now });
    await saveScenario(db, { scenario: village({ slug: 'another', title: 'Another' }), sha256: 'a', now });
    expect((await currentScenario(db, 'village'))?.version).toBe(10);
    expect(await scenarioByVersion(db, 'village', 2)).toEqual(village({ version: 2 }));
    expect((await listScenarios(db)).map((s) => [s.slug, s.version])).toEqual([
      ['another', 1],
      ['village', 10],
    ]);
    expect(await currentScenario(db, 'nowhere')).toBeNull();
  });

  it('are never overwritten: the same version with other contents is told apart', async () => {
    const db = await openDatabase();
    expect(await saveScenario(db, { scenario: village(), sha256: 'one', now })).toBe('saved');
    expect(await saveScenario(db, { scenario: village(), sha256: 'one', now })).toBe('same');
    expect(await saveScenario(db, { scenario: village({ title: 'Changed' }), sha256: 'two', now })).toBe(
      'differs',
    );
    expect((await currentScenario(db, 'village'))?.title).toBe('Village');
  });
});

describe('solo runs', () => {
  it('are made with the seat of their player', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    const seat = await seatOf(db, 'seat-run-000001', 'hash-device-0001');
    expect(seat).toEqual(seatIn('run-000001', 'seat-run-000001'));
    expect(await runRecord(db, 'run-000001')).toEqual({
      header: headerOf('run-000001'),
      teamId: 'team-run-000001',
      role: 'played',
      createdAt: 1_000,
      endedAt: null,
    });
    expect(await runRecord(db, 'run-000002')).toBeNull();
  });

  it('are made whole or not at all', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    const { scenario, ...header } = headerOf('run-000002');
    const team = {
      teamId: 'team-2',
      plan: 'mail',
      practice: false,
      scenario,
      seed: '',
      receipts: true,
    } as const;
    const taken = createSoloTeam(db, {
      team,
      run: { header: { ...header, scenario }, role: 'played' },
      device: { id: 'device-0009', tokenHash: 'hash-device-0009' },
      seat: { id: 'seat-run-000001' },
      now,
    });
    await expect(taken).rejects.toThrow();
    expect(await runRecord(db, 'run-000002')).toBeNull();
    expect(await teamRecord(db, 'team-2')).toBeNull();
    expect(await db.read((client) => client.device.count())).toBe(1);
  });

  it('know when they ended, from the log', async () => {
    const { db, store } = await storeOnDisk();
    const ended = {
      type: 'run.ended',
      actor: 'p1',
      simMs: 9,
      data: { reason: 'finished' },
      seq: 2,
      v: 1,
      at: 77.5,
    } as const;
    await store.append('run:run-000001', [eventAt(1), ended], { nextDueAt: null });
    expect((await runRecord(db, 'run-000001'))?.endedAt).toBe(77.5);
    expect((await runEvents(db, 'run-000001', 1)).map((e) => e.type)).toEqual(['run.ended']);
  });
});

describe('seats', () => {
  it('give the same null to an unknown seat and to somebody else’s', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    await addRun(db, headerOf('run-000002'), { device: 'device-0002' });
    expect(await seatOf(db, 'seat-run-000001', 'hash-device-0001')).not.toBeNull();
    expect(await seatOf(db, 'seat-run-000001', 'hash-device-0002')).toBeNull();
    expect(await seatOf(db, 'seat-unknown', 'hash-device-0002')).toBeNull();
  });

  it('of a device are listed with the runs they are in, the last visited first', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    await addRun(db, headerOf('run-000002'));
    expect(await touchTeam(db, 'team-run-000001', 9_000)).toBe(true);
    expect(await touchTeam(db, 'team-run-000003', 9_000)).toBe(false);
    const list = await seatsOfDevice(db, 'hash-device-0001');
    expect(list.map((seat) => [seat.runId, seat.title, seat.lastVisitAt])).toEqual([
      ['run-000001', 'Village', 9_000],
      ['run-000002', 'Village', 1_000],
    ]);
    expect(await seatsOfDevice(db, 'hash-nobody')).toEqual([]);
  });

  const phone = { id: 'device-0002', tokenHash: 'hash-device-0002' };
  const link = { linkHash: 'link', device: phone, seatId: 'seat-on-phone', now };

  it('can be taken up on another device by the personal link, again and again', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    expect(await issueLink(db, 'seat-run-000001', 'link')).toBe(true);
    const seat = await exchangeLink(db, link);
    expect(seat).toEqual(seatIn('run-000001', 'seat-on-phone'));
    expect(await exchangeLink(db, { ...link, seatId: 'seat-second-try' })).toEqual(seat);
    expect(await seatOf(db, 'seat-on-phone', phone.tokenHash)).toEqual(seat);
    expect(await seatOf(db, 'seat-run-000001', 'hash-device-0001')).not.toBeNull();
  });

  it('cannot be taken up by a link that was revoked, replaced or never there', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    expect(await exchangeLink(db, { ...link, linkHash: 'guess' })).toBeNull();
    await issueLink(db, 'seat-run-000001', 'old');
    await issueLink(db, 'seat-run-000001', 'link');
    expect(await exchangeLink(db, { ...link, linkHash: 'old' })).toBeNull();
    await revokeLink(db, 'seat-run-000001');
    expect(await exchangeLink(db, link)).toBeNull();
    expect(await issueLink(db, 'seat-unknown', 'x')).toBe(false);
  });

  it('on other devices can be withdrawn after a link went astray', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'));
    await issueLink(db, 'seat-run-000001', 'link');
    await exchangeLink(db, link);
    expect(await revokeOtherSeats(db, 'seat-run-000001', now)).toBe(1);
    expect(await seatOf(db, 'seat-on-phone', phone.tokenHash)).toBeNull();
    expect(await seatsOfDevice(db, phone.tokenHash)).toEqual([]);
    expect(await seatOf(db, 'seat-run-000001', 'hash-device-0001')).not.toBeNull();
  });
});

describe('retention', () => {
  it('deletes solo runs whose last visit is too long ago, with all that belongs to them', async () => {
    const db = await openDatabase();
    const store = new EventStore(db);
    await addRun(db, headerOf('run-000001'), { now: 100 });
    await addRun(db, headerOf('run-000002'), { device: 'device-0002', now: 900 });
    const draft = {
      conversation: 'ada',
      threadId: null,
      subject: '',
      text: 'x',
      asks: [],
      details: [],
      rev: 0,
    };
    for (const runId of ['run-000001', 'run-000002']) {
      await store.append(`run:${runId}`, [eventAt(1)]);
      await store.saveDraft(runId, 'p1', draft);
    }
    expect(await expiredSoloTeams(db, 500)).toEqual([{ teamId: 'team-run-000001', runIds: ['run-000001'] }]);
    expect(await deleteExpiredSoloTeams(db, 500)).toEqual(['team-run-000001']);
    const left = await db.read(async (client) => ({
      runs: await client.run.count(),
      events: await client.event.count(),
      drafts: await client.draft.count(),
      seats: await client.seat.count(),
      devices: (await client.device.findMany()).map(({ id }) => id),
    }));
    expect(left).toEqual({ runs: 1, events: 1, drafts: 1, seats: 1, devices: ['device-0002'] });
  });

  it('spares a run that was visited since the list was made', async () => {
    const db = await openDatabase();
    await addRun(db, headerOf('run-000001'), { now: 100 });
    const ids = (await expiredSoloTeams(db, 500)).map(({ teamId }) => teamId);
    await touchTeam(db, 'team-run-000001', 900);
    expect(await deleteExpiredSoloTeams(db, 500, ids)).toEqual([]);
    expect(await runRecord(db, 'run-000001')).not.toBeNull();
  });
});
