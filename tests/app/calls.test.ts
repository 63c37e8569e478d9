import { describe, expect, it } from 'vitest';
import {
  blockedInAll,
  blockedMs,
  lineOf,
  offered,
  ringing,
  spokenSoFar,
  stageOf,
  voiceOf,
  wanted,
} from '@/app/_features/play/call/calls';
import { exactSpanText, timerText } from '@/app/_lib/clock';
import type { CallView, CaptionView, MissionItem } from '@/core/contract/view';

const call = (part: Partial<CallView>): CallView => ({
  callId: 'k1',
  by: null,
  contact: 'ada',
  direction: 'out',
  phase: 'dialing',
  simMs: 60_000,
  phaseMs: 60_000,
  connectedMs: null,
  endedMs: null,
  end: null,
  lines: [],
  looking: false,
  missing: [],
  about: [],
  deputy: null,
  messageLeft: false,
  ...part,
});
const incoming = call({ callId: 'k2', direction: 'in', phase: 'ringing' });

describe('what a call does to the line', () => {
  it('C3: an outgoing call takes the line from dialing to its end; one that only rings here does not', () => {
    for (const phase of ['dialing', 'ringing', 'holding', 'connected', 'voicemail'] as const)
      expect(lineOf({ me: 'p1', calls: [call({ phase }), incoming] })?.callId).toBe('k1');
    expect(
      lineOf({ me: 'p1', calls: [call({ phase: 'ended', endedMs: 66_000, end: 'busy' }), incoming] }),
    ).toBeNull();
    expect(ringing([call({ phase: 'ringing' }), incoming]).map((c) => c.callId)).toEqual(['k2']);
  });

  it('C3: blocked counts from dialing, of an incoming call from accepting, up to the end or now', () => {
    expect(blockedMs(call({ phase: 'ringing' }), 90_000)).toBe(30_000);
    expect(blockedMs(call({ phase: 'ended', endedMs: 66_000 }), 900_000)).toBe(6_000);
    expect(blockedMs(incoming, 90_000)).toBe(0);
    const taken = call({ direction: 'in', phase: 'connected', connectedMs: 70_000 });
    expect(blockedMs(taken, 90_000)).toBe(20_000);
    expect(blockedInAll([call({ phase: 'ended', endedMs: 66_000 }), taken, incoming], 90_000)).toBe(26_000);
  });

  it('never counts backwards when the clock shown is behind the call', () => {
    expect(blockedMs(call({}), 10_000)).toBe(0);
  });

  it('C1: tells apart the ends that a person would tell apart', () => {
    const over = (part: Partial<CallView>) => stageOf(call({ phase: 'ended', endedMs: 1, ...part }));
    expect(over({ end: 'busy' })).toBe('busy');
    expect(over({ end: 'noAnswer' })).toBe('noAnswer');
    expect(over({ end: 'noAnswer', direction: 'in' })).toBe('missed');
    expect(over({ end: 'noAnswer', messageLeft: true })).toBe('message');
    expect(stageOf(incoming)).toBe('incoming');
    expect(stageOf(call({ phase: 'ringing' }))).toBe('ringing');
  });
});

describe('captions', () => {
  const line = (text: string | null): CaptionView => ({
    from: 'them',
    kind: 'answer',
    text,
    simMs: 1_000,
    untilMs: 5_000,
    asks: [],
    details: [],
    answers: [],
    helpWith: [],
    askInstead: null,
  });

  it('C4: appear word by word between their first and last moment, with their spaces and marks', () => {
    const spoken = line('Side door,  on Mill Lane.');
    expect(
      [0, 1_000, 1_799, 1_800, 3_000, 4_900, 5_000, 9_000].map((now) => spokenSoFar(spoken, now)),
    ).toEqual([
      'Side',
      'Side',
      'Side',
      'Side door,',
      'Side door,  on',
      'Side door,  on Mill Lane.',
      'Side door,  on Mill Lane.',
      'Side door,  on Mill Lane.',
    ]);
  });

  it('show nothing where nothing was said or it was erased, and all of it where it took no time', () => {
    expect(spokenSoFar(line(''), 2_000)).toBe('');
    expect(spokenSoFar(line(null), 2_000)).toBe('');
    expect(spokenSoFar({ ...line('At once'), untilMs: 1_000 }, 0)).toBe('At once');
  });
});

describe('what is offered on the line', () => {
  const item = (id: string, contact: string, state: MissionItem['state']): MissionItem => ({
    id,
    title: id,
    contact,
    required: true,
    needs: [],
    ask: id,
    state,
    askedMs: null,
    answeredMs: null,
    answer: null,
  });

  it('A1: open requests of this person stand first, those of others next, answered ones last, and none is left out', () => {
    const mission = [
      item('done', 'ada', 'answered'),
      item('theirs', 'bo', 'open'),
      item('old', 'bo', 'answered'),
      item('asked', 'ada', 'question'),
      item('open', 'ada', 'open'),
    ];
    expect(offered(mission, ['ada']).map((m) => m.id)).toEqual(['asked', 'open', 'theirs', 'done', 'old']);
  });

  it('C4: of the details asked for, only known ones can be given', () => {
    const facts = [
      { id: 'ticket', label: 'Ticket', text: 'R-1', learnedMs: 0 },
      { id: 'door', label: 'Door', text: 'left', learnedMs: 0 },
    ];
    expect(wanted(call({ missing: ['ticket', 'budget'] }), facts).map((f) => f.id)).toEqual(['ticket']);
    expect(wanted(call({ missing: [] }), facts)).toEqual([]);
  });

  it('the same person speaks with the same one of the voices there are', () => {
    const people = ['noor', 'tomas', 'ingrid', 'bao', 'priya', 'lucas'];
    const voices = people.map((p) => voiceOf(p, 4));
    expect(people.map((p) => voiceOf(p, 4))).toEqual(voices);
    expect(voices.every((v) => v >= 0 && v < 4)).toBe(true);
    expect(new Set(voices).size).toBeGreaterThan(1);
    expect(voiceOf('noor', 0)).toBe(0);
  });
});

describe('lengths of calls', () => {
  it('run like a telephone counts, and are told to the second below an hour', () => {
    expect([0, 7_400, 760_000, 3_725_000].map(timerText)).toEqual(['0:00', '0:07', '12:40', '1:02:05']);
    expect([0, 20_000, 200_000, 3_900_000].map(exactSpanText)).toEqual([
      '0 s',
      '20 s',
      '3 min 20 s',
      '1 h 05 min',
    ]);
  });
});
