import { describe, expect, it } from 'vitest';
import { isOpenHere, standsInFor } from '@/app/_features/play/standIns';
import { viewOf } from '@/core/view/viewOf';
import { Play } from '../support/play';
import { village, villager } from '../support/village';

const away = { deputy: 'ben', text: 'I am away until Monday. Ben can help.' };
const people = [villager('ada', { outOfOffice: away }), villager('ben'), villager('cleo')];
/** A run in which Ada, who is away, was asked about the bridge: her automatic reply names Ben. */
const asked = () => {
  const play = new Play(village({ recipients: people }));
  play.at(1, 'mail.send', { to: 'ada', subject: '', text: '', asks: ['bridge'], details: [] });
  return play;
};
/** Who is known at this minute to be stood in for by them. */
const standsIn = (play: Play, contact: string, min: number) =>
  standsInFor(viewOf(play.until(min).state), contact, min * 60_000);
const noticeIn = (play: Play) => viewOf(play.state).mails.find((m) => m.kind === 'outOfOffice')?.mailId ?? '';

describe('P9: who stands in for whom', () => {
  it('is told by nothing before the automatic reply was opened', () => {
    const play = new Play(village({ recipients: people }));
    expect(standsIn(play, 'ben', 0)).toEqual([]);
    const written = asked();
    expect(noticeIn(written)).not.toBe('');
    expect(standsIn(written, 'ben', 1)).toEqual([]);
  });

  it('P5: is the deputy whom the opened automatic reply names, and nobody else', () => {
    const play = asked();
    play.at(2, 'mail.open', { mailId: noticeIn(play) });
    expect(standsIn(play, 'ben', 2)).toEqual(['ada']);
    expect(standsIn(play, 'cleo', 2)).toEqual([]);
    expect(standsIn(play, 'ada', 2)).toEqual([]);
  });

  it('C7: is told by the greeting of a voicemail as well, not before it was heard to its end', () => {
    const play = new Play(village({ recipients: people }), 'seed', { mode: 'call' });
    play.at(1, 'call.dial', { to: 'ada' });
    expect(standsIn(play, 'ben', 1)).toEqual([]);
    play.until(3);
    const [greeting] = play.of('call.voicemail');
    if (!greeting) throw new Error('no voicemail');
    const view = viewOf(play.state);
    expect(standsInFor(view, 'ben', greeting.simMs)).toEqual([]);
    expect(standsInFor(view, 'ben', greeting.data.untilMs - 1)).toEqual([]);
    expect(standsInFor(view, 'ben', greeting.data.untilMs)).toEqual(['ada']);
  });
});

describe('what was asked here and is still open', () => {
  it('is seen in the conversation it was asked in, whoever it is from, until it is answered', () => {
    const play = asked();
    play.at(2, 'mail.open', { mailId: noticeIn(play) });
    play.at(3, 'mail.send', { to: 'ben', subject: '', text: '', asks: ['bridge'], details: [] });
    expect(isOpenHere(viewOf(play.state), 'ben')).toBe(true);
    expect(isOpenHere(viewOf(play.state), 'cleo')).toBe(false);
    play.until(30);
    expect(isOpenHere(viewOf(play.state), 'ben')).toBe(false);
  });
});
