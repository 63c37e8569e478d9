import { describe, expect, it } from 'vitest';
import type { Member } from '@/core/contract/ids';
import { measuresOf } from '@/core/sim/measures/measure';
import { memberOf } from '@/core/sim/run/member';
import { viewOf } from '@/core/view/viewOf';
import { Play } from '../../support/play';
import { prompt, request, village, villager } from '../../support/village';

const two: Member[] = ['p1', 'p2'];
const asksBridge = { to: 'ada', text: 'about the bridge', asks: ['bridge'] };

const team = (mode: 'mail' | 'call' = 'mail', lines = 1, members = two) =>
  new Play(
    village({
      personas: { prompt: { ...prompt, call: { ...prompt.call, lines } } },
      recipients: [villager('ada'), villager('ben')],
      requests: [request('bridge', 'ada'), request('well', 'ada'), request('mill', 'ben')],
    }),
    'seed',
    { mode, members },
  );
const cardOf = (play: Play, member: Member) => memberOf(play.state, member).desk.card;

describe('P8: a run shared by a team', () => {
  it('lays a desk card before each member, and each answers their own', () => {
    const play = team();
    expect(play.story('desk.shown')).toHaveLength(2);
    const [mine, theirs] = [cardOf(play, 'p1'), cardOf(play, 'p2')];
    expect(mine?.cardId).toBe('c1');
    expect(theirs?.cardId).toBe('c1p2');
    expect(theirs?.face).not.toEqual(mine?.face);
    expect(play.attempt(1, 'desk.answer', { cardId: 'c1', choice: 0 }, 'p2')).toBe('cardGone');
    play.at(1, 'desk.answer', { cardId: 'c1p2', choice: theirs?.right ?? 0 }, 'p2');
    expect(cardOf(play, 'p1')).toEqual(mine);
    expect(cardOf(play, 'p2')?.cardId).toBe('c2p2');
    expect(viewOf(play.state, 'p1').desk.done).toBe(0);
    expect(viewOf(play.state, 'p2').desk.done).toBe(1);
  });

  it('gives the first member the very cards a player alone would get', () => {
    const alone = team('mail', 1, ['p1']);
    expect(cardOf(team(), 'p1')).toEqual(cardOf(alone, 'p1'));
    expect(alone.log.map((e) => JSON.stringify(e)).join()).not.toContain('member');
  });

  it('shows a mail to all with who wrote it, and lets only its author undo it', () => {
    const play = team();
    play.at(1, 'mail.send', asksBridge, 'p2');
    for (const me of two) expect(viewOf(play.state, me).mails[0]).toMatchObject({ by: 'p2', from: 'me' });
    expect(viewOf(play.state, 'p1').mission[0]?.state).toBe('asked');
    expect(play.attempt(2, 'mail.undo', { mailId: 'm1' }, 'p1')).toBe('matesOwn');
    expect(play.at(2, 'mail.undo', { mailId: 'm1' }, 'p2')).toHaveLength(1);
  });

  it('leaves what is to be sent later to whoever wrote it', () => {
    const play = team();
    play.at(1, 'mail.sendLater', { ...asksBridge, inMin: 30 }, 'p2');
    expect(viewOf(play.state, 'p1').later[0]).toMatchObject({ by: 'p2' });
    expect(play.attempt(2, 'mail.cancelLater', { laterId: 'l1' }, 'p1')).toBe('matesOwn');
    play.at(3, 'mail.cancelLater', { laterId: 'l1' }, 'p2');
    expect(viewOf(play.state, 'p1').later).toEqual([]);
  });

  it('has the mails of all wait in one queue of their recipient', () => {
    const play = team();
    play.at(1, 'mail.send', asksBridge, 'p1');
    play.at(1, 'mail.send', { to: 'ada', text: 'about the well', asks: ['well'] }, 'p2');
    play.until(60);
    const [first, second] = play.of('mail.received').map((e) => e.simMs);
    // Two minutes of handling and one of overhead each: the second is not begun before the first is done.
    expect((second ?? 0) - (first ?? 0)).toBe(180_000);
  });

  it('keeps reading and writing apart: what one opens closes nothing of the other', () => {
    const play = team();
    play.at(1, 'scene.open', { scene: 'compose' }, 'p1');
    play.at(2, 'desk.answer', { cardId: 'c1p2', choice: 0 }, 'p2');
    expect(memberOf(play.state, 'p1').scene?.scene).toBe('compose');
    play.at(3, 'scene.close', { scene: 'compose' }, 'p1');
    expect(memberOf(play.state, 'p1').scene).toBeNull();
  });

  it('gives each member a line of their own, while a recipient has one for all (C3, C10)', () => {
    const play = team('call');
    play.at(1, 'call.dial', { to: 'ada' }, 'p1');
    expect(play.attempt(1, 'desk.answer', { cardId: 'c1', choice: 0 }, 'p1')).toBe('blocked');
    play.at(1, 'desk.answer', { cardId: 'c1p2', choice: 0 }, 'p2');
    play.until(2);
    play.at(2, 'call.dial', { to: 'ada' }, 'p2');
    play.until(3);
    expect(play.of('call.ended').map((e) => [e.data.callId, e.data.reason])).toEqual([['k2', 'busy']]);
    play.at(3, 'call.dial', { to: 'ben' }, 'p2');
    play.until(5);
    expect(play.of('call.connected').map((e) => e.data.callId)).toEqual(['k1', 'k3']);
  });

  it('tells the others who is on the phone with whom, and what was said only afterwards', () => {
    const play = team('call');
    play.at(1, 'call.dial', { to: 'ada' }, 'p1');
    play.until(3);
    play.at(3, 'call.say', { callId: 'k1', asks: ['bridge'] }, 'p1');
    play.until(4);
    const [own] = viewOf(play.state, 'p1').calls;
    const [other] = viewOf(play.state, 'p2').calls;
    expect(own?.lines.length).toBeGreaterThan(0);
    expect(other).toMatchObject({ by: 'p1', contact: 'ada', phase: 'connected', lines: [], looking: false });
    expect(play.attempt(4, 'call.hangUp', { callId: 'k1' }, 'p2')).toBe('unknown');
    play.until(8);
    play.at(8, 'call.hangUp', { callId: 'k1' }, 'p1');
    expect(viewOf(play.state, 'p2').calls[0]?.lines).toEqual(viewOf(play.state, 'p1').calls[0]?.lines);
  });

  it('takes in who comes while it goes on, once, with a desk from then on', () => {
    const play = team();
    expect(play.joins(5, 'p3').map((e) => e.type)).toEqual(['member.joined', 'desk.shown']);
    expect(play.joins(6, 'p3')).toEqual([]);
    expect(cardOf(play, 'p3')?.cardId).toBe('c1p3');
    play.at(7, 'run.finish', {}, 'p1');
    expect(play.joins(7, 'p4')).toEqual([]);
  });
});

describe('M: measures of a team', () => {
  const scenario = team().state.world.header.scenario;
  const measures = (play: Play) => measuresOf(play.log, scenario);
  const mail = (play: Play, min: number, by: Member) =>
    play.at(min, 'mail.send', { to: 'ben', text: `note ${min}` }, by);

  it('equality is 1 where all write the same, and 1/n where one does it all', () => {
    const even = team();
    mail(even, 1, 'p1');
    mail(even, 2, 'p2');
    expect(measures(even).equality).toBe(1);
    const uneven = team();
    mail(uneven, 1, 'p2');
    mail(uneven, 2, 'p2');
    expect(measures(uneven).equality).toBe(0.5);
  });

  it('equality counts messages not undone and calls on a member’s own line, by hand: 3 and 1 give 0.75', () => {
    const play = team('mail');
    for (const min of [1, 2, 3]) mail(play, min, 'p1');
    mail(play, 4, 'p2');
    mail(play, 5, 'p2');
    play.at(6, 'mail.undo', { mailId: 'm5' }, 'p2');
    // |3-1| counted for both orders of the pair, over 2 * 2 members * 4: 1 - 4/16.
    expect(measures(play).equality).toBe(0.75);
    const calls = team('call');
    calls.at(1, 'call.dial', { to: 'ada' }, 'p1');
    calls.at(1, 'call.dial', { to: 'ben' }, 'p2');
    calls.until(5);
    expect(measures(calls).equality).toBe(1);
  });

  it('equality is null for one person and where nobody said anything', () => {
    const alone = team('mail', 1, ['p1']);
    mail(alone, 1, 'p1');
    expect(measures(alone).equality).toBeNull();
    expect(measures(team()).equality).toBeNull();
  });

  it('person time adds up the members: waiting costs each of them, from when they came', () => {
    const waited = (members: Member[], joins?: number) => {
      const play = team('mail', 1, members);
      play.at(0, 'mail.send', { to: 'ben', text: 'Hello' }, 'p1');
      play.at(0, 'mail.send', asksBridge, 'p1');
      if (joins !== undefined) play.joins(joins, 'p2');
      play.at(4, 'run.finish', {}, 'p1');
      return measures(play).personTime ?? 0;
    };
    const one = waited(['p1']);
    const minutes = 60_000;
    expect(waited(two) - one).toBe(4 * minutes);
    expect(waited(['p1'], 3) - one).toBe(1 * minutes);
  });
});
