import { describe, expect, it } from 'vitest';
import { Play } from '../../support/play';
import { prompt, village } from '../../support/village';

const call = (mode: 'call' | 'free' = 'call', more: Parameters<typeof village>[0] = {}) =>
  new Play(village({ personas: { prompt }, ...more }), 'seed', { mode });

describe('a call that is answered', () => {
  it('C1, C4: dials, rings, connects, greets, answers after the drawn talk time and is hung up', () => {
    const play = call();
    const [dialed] = play.at(1, 'call.dial', { to: 'ada' });
    expect(dialed?.type).toBe('call.dialed');
    play.until(2);
    play.at(2, 'call.say', { callId: 'k1', asks: ['bridge'] });
    play.until(6);
    play.at(6, 'call.hangUp', { callId: 'k1' });
    expect(
      play.story(
        'call.dialed',
        'call.ringing',
        'call.connected',
        'call.said',
        'call.spoke',
        'call.heard',
        'call.ended',
      ),
    ).toMatchInlineSnapshot(`
      [
        "1 call.dialed",
        "1.0333333333333334 call.ringing",
        "1.1 call.connected",
        "1.1 call.spoke",
        "1.6 call.heard",
        "2 call.said",
        "4.576466666666667 call.spoke",
        "4.6 call.heard",
        "6 call.ended",
      ]
    `);
  });
});
