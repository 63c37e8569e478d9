import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readScenarioFile } from '@/server/catalog/scenarioFile';
import { Play } from '../support/play';

const read = readScenarioFile(await readFile('prisma/scenarios/practice.yaml', 'utf8'));
if (!read.ok) throw new Error('the practice cannot be read');
const { scenario } = read;
const seeds = Array.from({ length: 50 }, (_, i) => `seed-${i}`);
const question = { text: '', asks: ['paint'], details: [] };

test('X7: in the practice a mail is answered within ten minutes, whatever the seed', () => {
  for (const seed of seeds) {
    const play = new Play(scenario, seed, { mode: 'free' });
    play.at(1, 'mail.send', { to: 'kai', subject: 'The door', ...question });
    play.until(11);
    expect(play.state.requests.get('paint')?.answeredMs, seed).not.toBeNull();
  }
});

test('X7: in the practice a call is picked up and answered within five minutes, whatever the seed', () => {
  for (const seed of seeds) {
    const play = new Play(scenario, seed, { mode: 'free' });
    play.at(12, 'call.dial', { to: 'rosa' });
    play.until(13);
    const callId = play.of('call.connected')[0]?.data.callId ?? '';
    play.at(13, 'call.say', { callId, text: '', asks: ['song'], details: [] });
    play.until(18);
    expect(play.state.requests.get('song')?.answeredMs, seed).not.toBeNull();
  }
});
