import { describe, expect, it } from 'vitest';
import type { Control } from '@/core/contract/control';
import { armsOf, type SessionSettings } from '@/core/contract/session';
import { type NewSessionEvent, type SessionEvent, sessionEventVersion } from '@/core/contract/sessionEvent';
import { applySession, firstState } from '@/core/session/apply';
import { control } from '@/core/session/control';
import { type Joining, join } from '@/core/session/join';
import { membersOf, type SessionState } from '@/core/session/state';

const settings: SessionSettings = {
  title: 'Monday',
  plan: 'orders',
  teamSize: 1,
  teamsBy: 'chance',
  clock: 'scene',
  lengthMin: null,
  seed: 'own',
  twin: false,
  receipts: true,
  lateJoin: true,
  names: 'free',
  practice: false,
  predict: true,
  consent: '',
  before: [],
  after: [],
};

const placed = (state: { seq: number }, event: NewSessionEvent): SessionEvent => ({
  ...event,
  seq: ++state.seq,
  v: sessionEventVersion,
  at: 0,
});

class Desk {
  seq = 1;
  readonly state: SessionState;
  readonly begun = new Set<string>();
  private people = 0;

  constructor(chosen: Partial<SessionSettings> = {}, seed = 'seed') {
    this.state = firstState({
      type: 'session.opened',
      seq: 1,
      v: 1,
      at: 0,
      actor: 'a:ada',
      data: {
        settings: { ...settings, ...chosen },
        scenario: { slug: 'village', version: 1 },
        twin: null,
        practice: null,
        seed,
      },
    });
  }

  join(chosen: Partial<Joining> = {}) {
    const n = ++this.people;
    const joined = join(this.state, {
      participantId: `participant-${n}`,
      newTeamId: `new-team-${n}`,
      name: `Person ${n}`,
      teamId: null,
      consent: null,
      ...chosen,
    });
    if (joined.ok) for (const event of joined.events) applySession(this.state, placed(this, event));
    return joined;
  }

  control(wanted: Control) {
    const done = control(this.state, wanted, 'a:ada', (teamId) => this.begun.has(teamId));
    if (done.ok) for (const event of done.events) applySession(this.state, placed(this, event));
    return done;
  }

  /** Teams per arm, those that left before they began not counted. */
  arms(): number[] {
    const teams = [...this.state.teams.values()].filter((t) => !t.dropped);
    return armsOf(this.state.settings.plan).map((arm) => teams.filter((t) => t.arm === arm).length);
  }
}

/** A small generator for these tests alone, so that a failing case can be told by its seed. */
function chance(seed: number): () => number {
  let x = seed * 2_654_435_761;
  return () => {
    x = Math.imul(x ^ (x >>> 15), 2_246_822_519) + 374_761_393;
    return ((x ^ (x >>> 13)) >>> 0) / 2 ** 32;
  };
}

describe('taking a seat', () => {
  it('X2: through random joins and leavings, arms of filled blocks differ by at most one team from equal', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = chance(seed);
      const desk = new Desk({}, `seed ${seed}`);
      for (let step = 0; step < 60; step++) {
        if (random() < 0.7) desk.join();
        else {
          const people = [...desk.state.participants.values()].filter((p) => !p.removed);
          const one = people[Math.floor(random() * people.length)];
          if (!one) continue;
          if (random() < 0.3) desk.begun.add(one.teamId);
          desk.control({ name: 'remove', body: { participant: one.participantId } });
        }
      }
      // Every gap is filled again: as many join as gave their seat back.
      const gaps = [...desk.state.teams.values()].filter((t) => t.dropped).length;
      for (let i = 0; i < gaps; i++) desk.join();
      const live = [...desk.state.teams.values()].filter((t) => !t.dropped).map((t) => t.slot);
      expect(new Set(live).size, `seed ${seed}`).toBe(live.length);
      const filled = Math.floor((Math.max(-1, ...live) + 1) / 4) * 4;
      const inBlocks = [...desk.state.teams.values()].filter((t) => !t.dropped && t.slot < filled);
      expect(inBlocks, `seed ${seed}`).toHaveLength(filled);
      const counts = armsOf('orders').map((arm) => inBlocks.filter((t) => t.arm === arm).length);
      expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0)), `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  });

  it('X2: who leaves before the first command gives the place back, who leaves later keeps it', () => {
    const desk = new Desk();
    for (let i = 0; i < 4; i++) desk.join();
    const slots = () => [...desk.state.teams.values()].filter((t) => !t.dropped).map((t) => t.slot);
    desk.control({ name: 'remove', body: { participant: 'participant-2' } });
    expect(slots()).toEqual([0, 2, 3]);
    desk.join();
    expect(slots().toSorted()).toEqual([0, 1, 2, 3]);
    desk.begun.add('new-team-3');
    desk.control({ name: 'remove', body: { participant: 'participant-3' } });
    desk.join();
    expect(slots().toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it('chance fills the teams that have a place before it opens another one', () => {
    const desk = new Desk({ teamSize: 3 });
    for (let i = 0; i < 7; i++) desk.join();
    const sizes = [...desk.state.teams.keys()].map((id) => membersOf(desk.state, id).length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('a chosen team takes people until it is full, and then says so', () => {
    const desk = new Desk({ teamSize: 2, teamsBy: 'choice' });
    desk.join();
    expect(desk.join({ teamId: 'new-team-1' })).toMatchObject({ ok: true, member: 'p2' });
    expect(desk.join({ teamId: 'new-team-1' })).toMatchObject({ refusal: { code: 'teamFull' } });
    expect(desk.join({ teamId: 'no-such-team' })).toMatchObject({ refusal: { code: 'unknown' } });
  });

  it('a locked session, a begun one without late joining and an ended one take nobody in', () => {
    const locked = new Desk();
    locked.control({ name: 'lock', body: { locked: true } });
    expect(locked.join()).toMatchObject({ refusal: { code: 'sessionLocked' } });
    const begun = new Desk({ lateJoin: false });
    begun.control({ name: 'start', body: {} });
    expect(begun.join()).toMatchObject({ refusal: { code: 'sessionLocked' } });
    const over = new Desk();
    over.control({ name: 'endSession', body: {} });
    expect(over.join()).toMatchObject({ refusal: { code: 'sessionEnded' } });
  });

  it('where there is something to agree to, nobody comes in without agreeing', () => {
    const desk = new Desk({ consent: 'I agree.' });
    expect(desk.join()).toMatchObject({ refusal: { code: 'consentNeeded' } });
    expect(desk.join({ consent: 'hash' })).toMatchObject({ ok: true });
  });

  it('aliases are all different, also for a thousand people', () => {
    const desk = new Desk({ names: 'alias' });
    for (let i = 0; i < 1_000; i++) desk.join({ name: null });
    expect(new Set([...desk.state.participants.values()].map((p) => p.name)).size).toBe(1_000);
    expect(desk.join({ name: null })).toMatchObject({ refusal: { code: 'sessionFull' } });
  });
});

describe('moving people', () => {
  it('goes to a team with a place before either has begun, and not after', () => {
    const desk = new Desk({ teamSize: 2, teamsBy: 'choice' });
    desk.join();
    desk.join();
    const move = { name: 'move', body: { participant: 'participant-2', team: 'new-team-1' } } as const;
    desk.begun.add('new-team-1');
    expect(desk.control(move)).toMatchObject({ refusal: { code: 'alreadyBegun' } });
    desk.begun.clear();
    expect(desk.control(move)).toMatchObject({ ok: true });
    expect(membersOf(desk.state, 'new-team-1').map((p) => p.member)).toEqual(['p1', 'p2']);
    expect(desk.state.teams.get('new-team-2')?.dropped).toBe(true);
  });
});
