import { describe, expect, it } from 'vitest';
import type { Persona } from '@/core/contract/persona';
import { dialingMs } from '@/core/sim/call/dial';
import { pickUpDraw, reachable } from '@/core/sim/call/presence';
import { personOf } from '@/core/sim/world';
import { Play } from '../../support/play';
import { prompt, request, village, villager } from '../../support/village';

/** Somebody to be counted with, but for what is said here. */
type Changed = Omit<Partial<Persona>, 'call'> & { call?: Partial<Persona['call']> };
const like = ({ call, ...more }: Changed): Persona => ({
  ...prompt,
  ...more,
  call: { ...prompt.call, ...call },
});
const constant = (value: number) => ({ kind: 'constant', value }) as const;

/** A village in which ada is like this, played by call unless said otherwise. */
const withAda = (ada: Changed, more: Parameters<typeof village>[0] = {}, mode: 'call' | 'free' = 'call') =>
  new Play(
    village({
      personas: { prompt, ada: like(ada) },
      recipients: [villager('ada', { persona: 'ada' }), villager('ben'), villager('cleo')],
      ...more,
    }),
    'seed',
    { mode },
  );
const callId = 'k1';
const seconds = (ms: number): number => Math.round(ms) / 1_000;

/** Seconds from the dial to each event of the first call. */
function course(play: Play, ...types: Parameters<Play['of']>[0][]): Array<[string, number]> {
  const from = play.of('call.dialed')[0]?.simMs ?? 0;
  return play.log
    .filter((e) => (types as string[]).includes(e.type))
    .map((e) => [e.type, seconds(e.simMs - from)]);
}
const endings = (play: Play) =>
  play
    .of('call.ended')
    .map((e) => [e.data.reason, seconds(e.simMs - (play.of('call.dialed')[0]?.simMs ?? 0))]);

describe('C2: what becomes of a dial', () => {
  it('C2: nobody answers who does not pick up, after half a minute', () => {
    const play = withAda({ call: { pickUp: 0, voicemail: false } });
    play.at(1, 'call.dial', { to: 'ada' });
    expect(endings(play.until(10))).toEqual([['noAnswer', 30]]);
  });

  it('C2: nor does anybody in a meeting, however ready to pick up', () => {
    const play = withAda({ meetings: { perSixHours: 6, minutes: 20 }, call: { voicemail: false } });
    const { agenda } = personOf(play.state.world, 'ada');
    const meeting = agenda.whole.find((b) => b.kind === 'meeting' && b.from > 0);
    expect(meeting).toBeDefined();
    const min = ((meeting?.from ?? 0) + 60_000) / 60_000;
    play.at(min, 'call.dial', { to: 'ada' });
    expect(play.of('call.dialed')[0]?.data).toMatchObject({ doing: 'meeting', outcome: 'noAnswer' });
    expect(endings(play.until(min + 2))).toEqual([['noAnswer', 30]]);
  });

  it('C2: who is on all their lines is busy after six seconds', () => {
    const play = withAda({});
    play.at(1, 'call.dial', { to: 'ada' }, 'p2');
    play.at(1.5, 'call.dial', { to: 'ada' });
    play.until(2);
    const [, second] = play.of('call.dialed');
    expect(second?.data.outcome).toBe('busy');
    const end = play.of('call.ended').find((e) => e.data.callId === 'k2');
    expect([end?.data.reason, seconds((end?.simMs ?? 0) - (second?.simMs ?? 0))]).toEqual(['busy', 6]);
  });

  it('C2: a second line takes the second call', () => {
    const play = withAda({ call: { lines: 2 } });
    play.at(1, 'call.dial', { to: 'ada' }, 'p2');
    play.at(1.5, 'call.dial', { to: 'ada' });
    play.until(2);
    expect(play.of('call.connected')).toHaveLength(2);
  });

  it('C2: every dial of twenty minutes that rang in vain takes 0.6 of the chance, down to 0.15 of it', () => {
    const play = withAda({ call: { pickUp: 0.000_001, voicemail: false } });
    for (let min = 1; min < 8; min++) play.at(min, 'call.dial', { to: 'ada' });
    play.at(40, 'call.dial', { to: 'ada' });
    const chances = play.of('call.dialed').map((e) => e.data.chance * 1e6);
    const factors = [1, 0.6, 0.36, 0.216, 0.15, 0.15, 0.15, 1];
    chances.forEach((chance, k) => expect(chance).toBeCloseTo(factors[k] ?? 0, 2));
  });

  it('C2: the draws belong to the slot: ten minutes long every dial meets the same one', () => {
    const play = withAda({ call: { pickUp: 0.000_001, voicemail: false } });
    for (const min of [11, 13, 19, 21]) play.at(min, 'call.dial', { to: 'ada' });
    const draws = play.of('call.dialed').map((e) => e.data.u);
    expect([draws[1], draws[2]]).toEqual([draws[0], draws[0]]);
    expect(draws[3]).not.toBe(draws[0]);
  });

  it('A3: an outdated number is unobtainable at once', () => {
    const play = withAda(
      {},
      { recipients: [villager('ada', { address: 'outdated' }), villager('ben'), villager('cleo')] },
    );
    play.at(1, 'call.dial', { to: 'ada' });
    expect(endings(play.until(2))).toEqual([['unobtainable', dialingMs / 1_000]]);
  });
});

describe('C4: on the line', () => {
  it('C4: a missing detail is asked for at once, given at once, and costs its time', () => {
    const play = withAda(
      {},
      {
        details: [{ id: 'colour', label: 'Colour', text: 'crimson', known: true }],
        requests: [request('bridge', 'ada', { details: ['colour'] })],
      },
    );
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['bridge'] });
    play.until(3);
    const question = play.of('call.heard').find((e) => e.data.kind === 'question');
    expect(question?.data.missing).toEqual(['colour']);
    expect(question?.simMs).toBeLessThan(2.2 * 60_000);
    play.at(3, 'call.say', { callId, details: ['colour'] });
    expect(play.of('call.said').at(-1)?.data.untilMs).toBe(3 * 60_000 + 0.35 * 60_000);
    play.until(8);
    expect(play.of('call.heard').at(-1)?.data.answers).toEqual(['bridge']);
  });

  it('C4: several things said are taken up in order', () => {
    const play = withAda({}, { requests: [request('bridge', 'ada'), request('well', 'ada')] });
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['well', 'bridge'] });
    play.until(20);
    expect(play.of('call.heard').flatMap((e) => e.data.answers)).toEqual(['well', 'bridge']);
  });

  it('C4: what is not theirs is sent on to the right person by name', () => {
    const play = withAda({});
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['festival'] });
    play.until(4);
    expect(play.of('call.heard').at(-1)?.data).toMatchObject({
      kind: 'redirect',
      askInstead: 'cleo',
      answers: [],
    });
  });

  it('C4: words that match nothing are met with what this person can help with', () => {
    const play = withAda({});
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, text: 'submarines under ice' });
    play.until(4);
    expect(play.of('call.heard').at(-1)?.data).toMatchObject({ kind: 'unmatched', helpWith: ['bridge'] });
  });

  it('C8: an answer takes the handling draw that a mail takes, and 0.6 minutes of talking', () => {
    const slow = { handling: { kind: 'lognormal', median: 3, sigma: 0.8 } } as const;
    const play = withAda(slow, {}, 'free');
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['bridge'] });
    play.until(40);
    const said = play.of('call.said')[0];
    const heard = play.of('call.heard').find((e) => e.data.answers.length > 0);
    const mail = withAda(slow, {}, 'free');
    mail.at(1, 'mail.send', { to: 'ada', subject: 'B', asks: ['bridge'] });
    mail.until(40);
    const handled = mail.of('mail.read')[0]?.data.decisions?.[0]?.handling?.ms ?? 0;
    expect(handled).toBeGreaterThan(0);
    expect((heard?.simMs ?? 0) - (said?.simMs ?? 0)).toBe(handled + 36_000);
  });

  it('A3: what was answered before takes only the time of saying it again', () => {
    const play = withAda({});
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['bridge'] });
    play.at(10, 'call.hangUp', { callId });
    play.at(11, 'call.dial', { to: 'ada' });
    play.at(12, 'call.say', { callId: 'k2', asks: ['bridge'] });
    play.until(20);
    const [first, second] = play.of('call.heard').filter((e) => e.data.answers.length > 0);
    const [said, again] = play.of('call.said');
    const took = (heard = first, words = said) => (heard?.simMs ?? 0) - (words?.simMs ?? 0);
    expect([took(first, said), took(second, again)]).toEqual([156_000, 36_000]);
  });
});

describe('C5: an interruption has a price for who is rung', () => {
  const interrupted = (lost: number) => {
    const play = withAda({ call: { lost: constant(lost) } });
    // Ninety in a hundred ten minutes are focused; the first dial that meets one counts.
    for (let min = 1; min < 50; min += 5) {
      play.at(min, 'call.dial', { to: 'ada' });
      play.until(min + 1);
      const call = play.of('call.connected').at(-1);
      play.at(min + 1, 'call.hangUp', { callId: call?.data.callId ?? '' });
      if (call?.data.interrupted) return { play, min: min + 1, call };
    }
    throw new Error('nobody was interrupted');
  };

  it('C5: the lag after the call is the recipient’s, and counted as lost to others', () => {
    const { call } = interrupted(7);
    expect(call.data).toMatchObject({ doing: 'focused', lostMs: 7 * 60_000 });
  });

  it('C5: they are not back at their desk before the lag is over', () => {
    const { play, min } = interrupted(7);
    const { agenda } = play.state.people.get('ada') ?? {};
    const block = agenda?.whole.findLast((b) => b.kind === 'call');
    expect(block?.to).toBe((min + 7) * 60_000);
  });

  it('C5: a mail that was being handled is gone on with afterwards, with what was left of it', () => {
    const handledAt = (ring: boolean) => {
      const play = withAda({ handling: constant(10), call: { lost: constant(4) } }, {}, 'free');
      play.at(1, 'mail.send', { to: 'ada', subject: 'B', asks: ['bridge'] });
      play.until(10);
      if (ring) {
        play.at(10, 'call.dial', { to: 'ada' });
        play.at(12, 'call.hangUp', { callId });
        expect(play.of('call.connected')[0]?.data).toMatchObject({ doing: 'handling', interrupted: true });
      }
      play.until(50);
      return play.of('mail.received').find((e) => e.data.kind === 'answer')?.simMs ?? 0;
    };
    const onThePhoneMs = 2 * 60_000 - 6_000;
    expect(handledAt(true) - handledAt(false)).toBe(onThePhoneMs + 4 * 60_000);
  });
});

describe('C6: the other side hangs up', () => {
  it('C6: after two minutes of silence', () => {
    const play = withAda({});
    play.at(1, 'call.dial', { to: 'ada' });
    play.until(30);
    const [greeted] = play.of('call.heard');
    const [end] = play.of('call.ended');
    expect(end?.data.reason).toBe('hungUpByThem');
    expect(seconds((end?.simMs ?? 0) - (greeted?.simMs ?? 0))).toBe(120);
  });

  it('C6: when a meeting begins; what was not said to its end does not count', () => {
    const play = withAda({ meetings: { perSixHours: 4, minutes: 30 }, handling: constant(60) });
    const { agenda } = personOf(play.state.world, 'ada');
    const meeting = agenda.whole.find((b) => b.kind === 'meeting' && b.from > 5 * 60_000);
    const from = (meeting?.from ?? 0) / 60_000;
    expect(from).toBeGreaterThan(5);
    play.at(from - 3, 'call.dial', { to: 'ada' });
    play.at(from - 2, 'call.say', { callId, asks: ['bridge'] });
    play.until(from + 2);
    const [end] = play.of('call.ended');
    expect([end?.data.reason, end?.simMs]).toEqual(['hungUpByThem', meeting?.from]);
    expect(play.of('call.heard').flatMap((e) => e.data.answers)).toEqual([]);
  });
});

describe('C7: what is left when nobody answers', () => {
  it('C7: the voicemail takes the call after half a minute; a message takes half a minute', () => {
    const play = withAda({ call: { pickUp: 0 } });
    play.at(1, 'call.dial', { to: 'ada' });
    play.until(1.6);
    const greeting = play.of('call.voicemail')[0]?.data.untilMs ?? 0;
    play.at(2.5, 'call.leaveVoicemail', { callId, asks: ['bridge'] });
    play.until(10);
    expect(course(play, 'call.voicemail')).toEqual([['call.voicemail', 30]]);
    expect(play.of('call.messageLeft')[0]?.data.untilMs).toBe(Math.max(greeting, 2.5 * 60_000) + 30_000);
    expect(play.of('call.ended')[0]).toMatchObject({ data: { reason: 'noAnswer' } });
  });

  it('C7: a message is listened to like mail, and they ring back with the answer', () => {
    const play = withAda({ call: { pickUp: 0, callBack: { missed: 0, voicemail: 1 } } });
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2.5, 'call.leaveVoicemail', { callId, asks: ['bridge'] });
    play.until(30);
    const [back] = play.of('call.incoming');
    expect(back?.data).toMatchObject({ from: 'ada', why: 'voicemail', items: ['bridge'] });
    expect(back?.simMs).toBeGreaterThan(play.of('call.messageHeard')[0]?.simMs ?? 0);
    const again = withAda({ call: { pickUp: 0, callBack: { missed: 0, voicemail: 0 } } });
    again.at(1, 'call.dial', { to: 'ada' });
    again.at(2.5, 'call.leaveVoicemail', { callId, asks: ['bridge'] });
    expect(again.until(59).of('call.incoming')).toEqual([]);
  });

  it('C7: a missed call is returned once, and answers what was wanted', () => {
    const play = withAda({ call: { pickUp: 0, voicemail: false, callBack: { missed: 1, voicemail: 0 } } });
    play.at(1, 'call.dial', { to: 'ada' });
    play.until(55);
    expect(play.of('call.incoming').map((e) => e.data.why)).toEqual(['missed']);
  });

  it('C7: what has to be looked up they ring back with, until it is taken', () => {
    const play = withAda({ call: { lookAndCallBack: { chance: 1, delay: constant(3) } } });
    play.at(1, 'call.dial', { to: 'ada' });
    play.at(2, 'call.say', { callId, asks: ['bridge'] });
    play.until(3);
    expect(play.of('call.heard').at(-1)?.data).toMatchObject({ kind: 'look', answers: [] });
    play.at(3, 'call.hangUp', { callId });
    play.until(8);
    const [first] = play.of('call.incoming');
    play.until(58);
    const rings = play.of('call.incoming');
    // Not taken three times, each ten minutes after the last.
    expect(rings.map((e) => e.data.why)).toEqual(['look', 'look', 'look']);
    expect((rings[1]?.simMs ?? 0) - (first?.simMs ?? 0)).toBeGreaterThanOrEqual(10 * 60_000);
    const taken = withAda({ call: { lookAndCallBack: { chance: 1, delay: constant(3) } } });
    taken.at(1, 'call.dial', { to: 'ada' });
    taken.at(2, 'call.say', { callId, asks: ['bridge'] });
    taken.at(3, 'call.hangUp', { callId });
    const at = (first?.simMs ?? 0) / 60_000 + 0.1;
    taken.at(at, 'call.accept', { callId: 'k2' });
    taken.until(20);
    expect(taken.of('call.heard').flatMap((e) => e.data.answers)).toEqual(['bridge']);
  });

  it('P5, C7: somebody out of office takes no call, and their voicemail names the deputy', () => {
    const play = withAda(
      { call: { pickUp: 1 } },
      {
        recipients: [
          villager('ada', { outOfOffice: { deputy: 'cleo', text: 'Away.' } }),
          villager('ben'),
          villager('cleo'),
        ],
      },
    );
    play.at(1, 'call.dial', { to: 'ada' });
    play.until(2);
    expect(play.of('call.voicemail')[0]?.data.deputy).toBe('cleo');
  });
});

it('C3: a mail sent later that falls due during a call goes out when the call ends', () => {
  const play = withAda({}, {}, 'free');
  play.at(1, 'mail.sendLater', { to: 'cleo', subject: 'F', asks: ['festival'], inMin: 4 });
  play.at(4, 'call.dial', { to: 'ada' });
  play.until(5.5);
  expect(play.of('mail.sent')).toEqual([]);
  play.at(6, 'call.hangUp', { callId });
  play.until(6.5);
  expect(play.of('mail.sent').map((e) => e.simMs)).toEqual([6 * 60_000]);
});

it('C9: a first dial is answered exactly where the reveal says that a call would have found them', () => {
  const ada = {
    meetings: { perSixHours: 4, minutes: 20 },
    away: { share: 0.2, minutes: 8 },
    call: { pickUp: 0.5, voicemail: false, ring: constant(0.1) },
  };
  const said = (play: Play) => {
    const { world } = play.state;
    const person = personOf(world, 'ada');
    return reachable(world.seed, person, person.agenda.whole, world.lengthMs);
  };
  let found = 0;
  let missed = 0;
  for (let min = 0.5; min < 58; min += 0.75) {
    const play = withAda(ada);
    const at = Math.round(min * 60_000);
    const within = said(play).some((s) => s.from <= at && at + 6_000 < s.to);
    const without = !said(play).some((s) => s.from < at + 6_000 && at < s.to);
    play.at(min, 'call.dial', { to: 'ada' });
    const { outcome } = play.of('call.dialed')[0]?.data ?? {};
    if (within) expect([min, outcome]).toEqual([min, 'pickUp']);
    if (without) expect([min, outcome]).not.toEqual([min, 'pickUp']);
    found += within ? 1 : 0;
    missed += without ? 1 : 0;
  }
  expect(Math.min(found, missed)).toBeGreaterThan(5);
  expect(pickUpDraw(withAda(ada).state.world.seed, 'ada', 0)).toBeLessThan(1);
});

it('C10: where they hold, whoever has waited longest is put through when the line is free', () => {
  const play = withAda({ call: { whenBusy: 'hold' } });
  play.at(1, 'call.dial', { to: 'ada' }, 'p2');
  play.at(2, 'call.dial', { to: 'ada' });
  play.at(3, 'call.dial', { to: 'ada' }, 'p3' as never);
  play.until(4);
  expect(play.of('call.held').map((e) => e.data.callId)).toEqual(['k2', 'k3']);
  play.at(4, 'call.hangUp', { callId: 'k1' }, 'p2');
  play.until(4.5);
  expect(play.of('call.connected').map((e) => e.data.callId)).toEqual(['k1', 'k2']);
  play.at(5, 'call.hangUp', { callId: 'k2' });
  play.until(5.5);
  expect(play.of('call.connected').map((e) => e.data.callId)).toEqual(['k1', 'k2', 'k3']);
});
