import { describe, expect, it } from 'vitest';
import {
  drawnOf,
  type Letter,
  lettersIn,
  mostDrawn,
  passedOnIn,
  unreplied,
} from '@/app/_features/play/ownWords';
import { type Standing, standingOf } from '@/app/_features/play/standing';
import { viewOf } from '@/core/view/viewOf';
import { Play } from '../support/play';
import { request, village, villager } from '../support/village';

/** How the bridge, which is Ada's, stands at this minute. */
const standing = (play: Play, min: number): Standing => {
  const view = viewOf(play.until(min).state);
  const item = view.mission.find((m) => m.id === 'bridge');
  if (!item) throw new Error('no bridge');
  return standingOf(item, view);
};
const bridge = (play: Play, min: number): string => standing(play, min).is;
/** To whom mails in own words are out at this minute. */
const out = (play: Play, min: number): string[] => {
  const view = viewOf(play.until(min).state);
  return view.contacts.flatMap(({ id }) => unreplied(view, id).map((m) => m.contact));
};
const mail = (to: string, text: string, asks: string[] = []) => ({
  to,
  subject: '',
  text,
  asks,
  details: [],
});
const requests = [
  request('bridge', 'ada', { gives: 'colour' }),
  request('harvest', 'ben', { details: ['colour'] }),
];
const minutes = (event: { simMs: number } | undefined): number => (event?.simMs ?? 0) / 60_000;
const replyingTo = ({ mailId, threadId }: { mailId: string; threadId: string }) => ({
  inReplyTo: mailId,
  threadId,
});
const ringAda = () => {
  const play = new Play(village(), 'seed', { mode: 'free' });
  play.at(1, 'call.dial', { to: 'ada' });
  const [connected] = play.until(2).of('call.connected');
  if (!connected) throw new Error('Ada did not answer');
  return { play, callId: connected.data.callId };
};

describe('how a request stands for whoever asked it', () => {
  it('A1: asked by chip in a mail it is asked at once, and open again when that is undone', () => {
    const play = new Play(village());
    expect(bridge(play, 0)).toBe('open');
    const [sent] = play.at(1, 'mail.send', mail('ada', '', ['bridge']));
    expect(bridge(play, 1)).toBe('asked');
    if (sent?.type === 'mail.sent') play.at(2, 'mail.undo', { mailId: sent.data.mailId });
    expect(bridge(play, 2)).toBe('open');
  });

  it('C4: said by chip on the line it is asked at once, and answered when the other side has answered', () => {
    const { play, callId } = ringAda();
    expect(bridge(play, 2)).toBe('open');
    play.at(2, 'call.say', { callId, text: '', asks: ['bridge'], details: [] });
    expect(bridge(play, 2)).toBe('said');
    expect(bridge(play, 6)).toBe('answered');
  });

  it('C6: hung up before an answer, it is told as asked in vain and not as in flight', () => {
    const { play, callId } = ringAda();
    play.at(2, 'call.say', { callId, text: '', asks: ['bridge'], details: [] });
    play.at(2.05, 'call.hangUp', { callId });
    expect(bridge(play, 3)).toBe('unanswered');
    expect(viewOf(play.state).mission.every((m) => m.askedMs === null)).toBe(true);
  });

  it('P9: words of one’s own say of no request that it was asked, by mail or on the line, before the answer', () => {
    const letter = new Play(village());
    letter.at(1, 'mail.send', mail('ada', 'What about the bridge?'));
    expect(letter.of('mail.sent')[0]?.data.matched.map((m) => m.request)).toEqual(['bridge']);
    expect(bridge(letter, 2)).toBe('open');
    const { play, callId } = ringAda();
    play.at(2, 'call.say', { callId, text: 'What about the bridge?', asks: [], details: [] });
    expect(bridge(play, 2)).toBe('open');
    expect(bridge(play, 6)).toBe('answered');
  });

  it('A7: asked of the wrong person in own words, it is asked from when it was passed on', () => {
    const play = new Play(village());
    play.at(1, 'mail.send', mail('ben', 'What about the bridge?'));
    expect(bridge(play, 1)).toBe('open');
    const [passedOn] = play.until(20).of('mail.forwarded');
    if (!passedOn) throw new Error('not passed on');
    const late = new Play(village());
    late.at(1, 'mail.send', mail('ben', 'What about the bridge?'));
    expect(standing(late, passedOn.simMs / 60_000)).toEqual({ is: 'asked', since: passedOn.simMs });
  });
});

describe('a mail in own words', () => {
  it('P9: is out until its reply, whether or not it was understood', () => {
    const play = new Play(village());
    play.at(1, 'mail.send', mail('ada', 'What about the bridge?'));
    play.at(1, 'mail.send', mail('ben', 'Nice weather.'));
    expect(out(play, 2)).toEqual(['ada', 'ben']);
    expect(out(play, 30)).toEqual([]);
  });

  it('is none that was asked by chip, bounced, undone, or a reminder of it', () => {
    const people = [villager('ada', { tune: { reply: { chance: [0] } } }), villager('ben'), villager('cleo')];
    const play = new Play(village({ recipients: [...people, villager('dan', { address: 'outdated' })] }));
    play.at(1, 'mail.send', mail('ben', '', ['harvest']));
    play.at(1, 'mail.send', mail('dan', 'Hello?'));
    const [undone] = play.at(1, 'mail.send', mail('cleo', 'Hello?'));
    if (undone?.type === 'mail.sent') play.at(2, 'mail.undo', { mailId: undone.data.mailId });
    const [kept] = play.at(3, 'mail.send', mail('ada', 'What about the bridge?'));
    if (kept?.type === 'mail.sent') play.at(30, 'mail.remind', { mailId: kept.data.mailId });
    expect(out(play, 31)).toEqual(['ada']);
  });

  it('P5: is out still after an automatic reply', () => {
    const away = { deputy: 'ben', text: 'I am away until Monday. Ben can help.' };
    const people = [villager('ada', { outOfOffice: away }), villager('ben'), villager('cleo')];
    const play = new Play(village({ recipients: people }));
    play.at(1, 'mail.send', mail('ada', 'What about the bridge?'));
    expect(play.of('mail.received').map((m) => m.data.kind)).toEqual(['outOfOffice']);
    expect(out(play, 2)).toEqual(['ada']);
  });

  it('A7: has the reply that is its own, not one to another mail of the thread', () => {
    const twoForAda = { requests: [...requests, request('tower', 'ada')] };
    const play = () => {
      const run = new Play(village(twoForAda));
      const [first] = run.at(1, 'mail.send', mail('ada', '', ['bridge']));
      const threadId = first?.type === 'mail.sent' ? first.data.threadId : '';
      run.at(3, 'mail.send', { ...mail('ada', 'What about the tower?'), threadId });
      return run;
    };
    const [bridge, tower] = play().until(60).of('mail.received');
    expect([bridge?.data.answers, tower?.data.answers]).toEqual([['bridge'], ['tower']]);
    expect(out(play(), minutes(bridge))).toEqual(['ada']);
    expect(out(play(), minutes(tower))).toEqual([]);
  });

  it('A1: is none when it replies to a question about a request that is in flight, or thanks for an answer', () => {
    const play = new Play(village());
    play.at(1, 'mail.send', mail('ben', '', ['harvest']));
    play.at(1, 'mail.send', mail('ada', '', ['bridge']));
    play.until(20);
    const from = (kind: string) => play.of('mail.received').find((m) => m.data.kind === kind)?.data;
    const [question, answer] = [from('clarify'), from('answer')];
    if (!question || !answer) throw new Error('no question and answer');
    play.at(20, 'mail.send', { ...mail('ben', 'It is crimson.'), ...replyingTo(question) });
    play.at(20, 'mail.send', { ...mail('ada', 'Thank you!'), ...replyingTo(answer) });
    expect(out(play, 21)).toEqual([]);
    play.at(22, 'mail.send', mail('ada', 'Thank you!'));
    expect(out(play, 22)).toEqual(['ada']);
  });

  it('A7: was passed on, and then is the request, not a mail to whom it was passed on', () => {
    const play = new Play(village());
    play.at(1, 'mail.send', mail('ben', 'What about the bridge?'));
    const [passedOn] = play.until(20).of('mail.forwarded');
    if (!passedOn) throw new Error('not passed on');
    const again = new Play(village());
    again.at(1, 'mail.send', mail('ben', 'What about the bridge?'));
    const view = viewOf(again.until(minutes(passedOn)).state);
    expect([...passedOnIn(view)]).toEqual([['bridge', passedOn.simMs]]);
    expect(lettersIn(view).map(({ mail, repliedMs }) => [mail.contact, repliedMs])).toEqual([
      ['ben', passedOn.simMs],
    ]);
    expect([...passedOnIn(viewOf(again.until(60).state))]).toEqual([]);
  });
});

describe('of many mails in own words', () => {
  const letter = (n: number, repliedMs: number | null) =>
    ({ mail: { mailId: `m${n}` }, repliedMs }) as Letter;
  const named = (letters: readonly Letter[]) => letters.map((l) => Number(l.mail.mailId.slice(1)));
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

  it('all are drawn as long as they can be told apart', () => {
    const letters = range(0, mostDrawn).map((n) => letter(n, n));
    expect(drawnOf(letters)).toBe(letters);
  });

  it('those that wait are drawn before those that have a reply, the newest of both, in the order of sending', () => {
    const letters = range(0, 200).map((n) => letter(n, n % 20 === 0 ? null : n));
    const drawn = drawnOf(letters);
    expect(drawn).toHaveLength(mostDrawn);
    expect(named(drawn.filter((l) => l.repliedMs === null))).toEqual(range(0, 10).map((n) => n * 20));
    expect(named(drawn.filter((l) => l.repliedMs !== null))).toEqual(
      range(0, 200)
        .filter((n) => n % 20 !== 0)
        .slice(-30),
    );
    expect(named(drawn)).toEqual([...named(drawn)].sort((a, b) => a - b));
  });

  it('where all wait the newest are drawn', () => {
    const letters = range(0, 300).map((n) => letter(n, null));
    expect(named(drawnOf(letters))).toEqual(range(300 - mostDrawn, 300));
  });
});
