import { describe, expect, test } from 'vitest';
import { matcherOf, threshold } from '@/core/sim/match/matcher';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';

const packs = await readScenarioFolder(packsFolder);
const taste = packs.flatMap(({ result }) =>
  result.ok && result.scenario.slug === 'launch-week' ? [result.scenario] : [],
)[0];
if (!taste) throw new Error('the pack is there');
const matcher = matcherOf(taste);
const best = (text: string) => matcher.best(text, () => true);

/** Ways to say it that stand in no phrasing of the pack. */
const asked: [text: string, request: string][] = [
  ['Could you give me the latest figure for riders, please?', 'rider-count'],
  ['Hi Noor, what is our user count right now?', 'rider-count'],
  ['How many people took part in the trial?', 'rider-count'],
  ['Which terms are we publishing tonight?', 'terms'],
  ['Does legal have a final wording of the conditions?', 'terms'],
  ['Where exactly is the event going to be?', 'venue'],
  ['Which place are we in this evening?', 'venue'],
  ['What is my budget for tonight?', 'spending'],
  ['May I spend money on balloons?', 'spending'],
  ['Which build goes public?', 'version'],
  ['What number has the release?', 'version'],
  ['Please send me the launch photo', 'launch-picture'],
  ['Which image goes on the posters?', 'launch-picture'],
  ['What is the tagline for the app store?', 'store-text'],
  ['Do we have enough bandwidth for streaming?', 'stream-line'],
  ['Is there a network port for the live stream?', 'stream-line'],
  ['When are the press kits coming?', 'press-kit'],
  ['When is the printing finished?', 'press-kit'],
  ['Can you approve the launch?', 'sign-off'],
  ['I need your signature, please', 'sign-off'],
];

/** Nothing that anybody could answer. */
const unrelated = [
  'Good morning! How are you today?',
  'Thank you so much, that was very kind.',
  'My cat is ill and I have to leave early.',
  'Did you watch the football yesterday?',
  'Shall we have lunch together on Friday?',
  'The coffee machine on the second floor is broken again.',
  'Happy birthday, have a wonderful day!',
  'I am afraid I have lost my umbrella.',
  'Sorry for the late answer, I was ill.',
  'Ok.',
];

describe('A1: free text is matched against requests', () => {
  test.each(asked)('A1: "%s" asks for %s', (text, request) => {
    expect(best(text)?.request).toBe(request);
  });

  test.each(unrelated)('A1: "%s" asks for nothing', (text) => {
    expect(best(text)).toBeNull();
  });

  test('A1: the threshold stands between the two lists with room on both sides', () => {
    const scores = asked.map(([text]) => best(text)?.score ?? 0);
    expect(Math.min(...scores)).toBeGreaterThan(threshold * 1.1);
  });

  test('A1: only the requests allowed can be found', () => {
    expect(matcher.best('What is my budget for tonight?', (id) => id === 'venue')).toBeNull();
  });
});
