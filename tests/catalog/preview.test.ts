import { describe, expect, it } from 'vitest';
import { rehearse } from '@/core/replication/rehearsal';
import { minute } from '@/core/sim/time/localTime';
import type { Author } from '@/server/catalog/authoring';
import { saveDraft } from '@/server/catalog/authoring';
import { createScenario } from '@/server/catalog/newScenario';
import { createPreview, draftBehind, playedAlready } from '@/server/catalog/preview';
import { LoadedRun } from '@/server/session/loadedRun';
import type { Database } from '@/server/store/database';
import { deleteUnusedPreviews } from '@/server/store/previews';
import { deleteExpiredSoloTeams } from '@/server/store/retention';
import { runEvents, runRecord } from '@/server/store/runs';
import { headedScenarios } from '@/server/store/scenarios';
import { packFile } from '../support/packFiles';
import { headerOf, openDatabase } from '../support/storeFixture';

const ada: Author = { role: 'facilitator', accountId: 'account-ada' };
const ben: Author = { role: 'facilitator', accountId: 'account-ben' };
const names = (n: number) => ({
  teamId: `team-00000${n}`,
  runId: `run-000000${n}`,
  seatId: `seat-00000${n}`,
  seed: 'seed',
  device: { id: 'device-0001', tokenHash: 'hash-1' },
});

async function withDraft(): Promise<{ db: Database; slug: string; rev: number }> {
  const db = await openDatabase();
  const made = await createScenario(db, ada, { title: 'Village fair', now: 1 });
  const slug = made?.slug ?? '';
  const saved = await saveDraft(db, ada, { slug, rev: 1, doc: { ...packFile('launch-week-quick') }, now: 2 });
  if (!saved || !('problems' in saved)) throw new Error('not saved');
  return { db, slug, rev: saved.rev };
}

describe('playing a draft', () => {
  it('its author gets a seat in a run of it, and no list shows what is played', async () => {
    const { db, slug, rev } = await withDraft();
    const seat = await createPreview(db, ada, { slug, rev, mode: 'mail', fromMin: 0 }, names(1), 10);
    expect(seat).toMatchObject({ seatId: 'seat-000001' });
    const run = await runRecord(db, 'run-0000001');
    expect(run?.header.scenario.title).toBe('Launch week: the invitation');
    expect(run?.header.scenario.slug).toMatch(/^preview-[0-9a-f]{24}$/);
    expect(await headedScenarios(db)).toEqual([]);
    expect(await runEvents(db, 'run-0000001')).toEqual([]);
  });

  it('to somebody else it looks as if there were none', async () => {
    const { db, slug, rev } = await withDraft();
    const wish = { slug, rev, mode: 'mail', fromMin: 0 } as const;
    const foreign = await createPreview(db, ben, wish, names(1), 10);
    const absent = await createPreview(db, ben, { ...wish, slug: 'nowhere' }, names(1), 10);
    expect(foreign).toEqual(absent);
    expect(foreign).toMatchObject({ code: 'unknown' });
  });

  it('another state than the one that was meant is refused, and so is one with errors', async () => {
    const { db, slug, rev } = await withDraft();
    const wish = { slug, rev, mode: 'mail', fromMin: 0 } as const;
    expect(await createPreview(db, ada, { ...wish, rev: rev - 1 }, names(1), 10)).toMatchObject({
      code: 'changed',
    });
    await saveDraft(db, ada, { slug, rev, doc: { title: 'Half' }, now: 3 });
    expect(await createPreview(db, ada, { ...wish, rev: rev + 1 }, names(1), 10)).toMatchObject({
      code: 'hasErrors',
    });
  });

  it('without a state it is the newest that is played', async () => {
    const { db, slug, rev } = await withDraft();
    await saveDraft(db, ada, {
      slug,
      rev,
      doc: { ...packFile('launch-week-quick'), title: 'Written since' },
      now: 3,
    });
    await createPreview(db, ada, { slug, rev: null, mode: 'mail', fromMin: 0 }, names(1), 10);
    expect((await runRecord(db, 'run-0000001'))?.header.scenario.title).toBe('Written since');
  });

  it('its author is led back to the draft, and nobody else is; nor is anybody from what is no preview', async () => {
    const { db, slug, rev } = await withDraft();
    await createPreview(db, ada, { slug, rev, mode: 'mail', fromMin: 0 }, names(1), 10);
    const played = (await runRecord(db, 'run-0000001'))?.header.scenario.slug ?? '';
    expect(await draftBehind(ada, played, db)).toBe(slug);
    expect(await draftBehind(ben, played, db)).toBeNull();
    expect(await draftBehind({ role: 'nobody' }, played, db)).toBeNull();
    expect(await draftBehind(ada, slug, db)).toBeNull();
    expect(await draftBehind(ada, `preview-${'0'.repeat(24)}`, db)).toBeNull();
  });

  it('what nobody plays any more is deleted with the run, what is played stays', async () => {
    const { db, slug, rev } = await withDraft();
    await createPreview(db, ada, { slug, rev, mode: 'mail', fromMin: 0 }, names(1), 10);
    expect(await deleteUnusedPreviews(db, 1_000)).toBe(0);
    await deleteExpiredSoloTeams(db, 1_000);
    expect(await deleteUnusedPreviews(db, 5)).toBe(0);
    expect(await deleteUnusedPreviews(db, 1_000)).toBe(1);
  });

  it('from a later moment the run stands there, paused, with what was done until then', async () => {
    const { db, slug, rev } = await withDraft();
    await createPreview(db, ada, { slug, rev, mode: 'mail', fromMin: 40 }, names(1), 5_000_000);
    const run = new LoadedRun((await runRecord(db, 'run-0000001'))?.header ?? headerOf('none'));
    for (const event of await runEvents(db, 'run-0000001')) run.take(event);
    const { clock, ended } = run.state;
    expect(clock.state).toBe('paused');
    expect(clock.simMs).toBeGreaterThanOrEqual(40 * minute);
    expect(clock.simMs).toBeLessThan(46 * minute);
    expect(ended).toBeFalsy();
    expect(run.view('p1').mails.length).toBeGreaterThan(3);
  });
});

describe('a rehearsal', () => {
  const scenario = packFile('launch-week');
  it('comes to its moment in every mode, the same way every time, and never to the end', () => {
    for (const mode of ['mail', 'call', 'free'] as const)
      for (const untilMin of [1, 90, 254]) {
        const made = rehearse({ scenario, mode, seed: 's', untilMin });
        expect(made).toEqual(rehearse({ scenario, mode, seed: 's', untilMin }));
        expect(made.log.map((e) => e.type)).not.toContain('run.ended');
        const run = new LoadedRun({ ...headerOf('run-000001', scenario), mode });
        for (const event of playedAlready(made, 1e9)) run.take(event);
        expect(run.state.clock.state).toBe('paused');
        expect(run.view('p1').calls.every((c) => c.direction === 'in' || c.endedMs !== null)).toBe(true);
      }
  });

  it('goes no further than the act in hand', () => {
    const { simMs } = rehearse({ scenario, mode: 'mail', seed: 's', untilMin: 60 });
    expect(simMs).toBeGreaterThanOrEqual(60 * minute);
    expect(simMs).toBeLessThan(66 * minute);
  });
});
