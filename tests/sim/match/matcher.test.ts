import { describe, expect, test } from 'vitest';
import { matcherOf, takenFor, threshold } from '@/core/sim/match/matcher';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { allPacks } from '@/tests/support/packFiles';
import { request, village } from '@/tests/support/village';

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

const band = request('band', 'ada', {
  title: 'When the band comes',
  phrasings: ['when the band comes'],
});
const tent = request('tent', 'ben', { title: 'What the tent costs', phrasings: ['what the tent costs'] });
const cake = request('cake', 'ben', { title: 'Who bakes the cake', phrasings: ['who bakes the cake'] });
/** A scenario as somebody begins one: a few requests, one way to ask each. */
const begun = (n: number) => matcherOf(village({ details: [], requests: [band, tent, cake].slice(0, n) }));

describe('A1: a scenario of few requests is understood as one of many is', () => {
  test.each([
    ['When is the band coming?', 'band'],
    ['What time does the band arrive?', 'band'],
    ['How much is the tent?', 'tent'],
    ['What is the price of the tent?', 'tent'],
    ['Who is baking the cake?', 'cake'],
    ['Is anybody baking?', 'cake'],
  ])('A1: "%s" asks for the %s, however many others there are', (text, id) => {
    const least = ['band', 'tent', 'cake'].indexOf(id) + 1;
    for (let n = least; n <= 3; n++) expect(begun(n).best(text, () => true)?.request, `of ${n}`).toBe(id);
  });

  test.each([...unrelated, 'Sorry, wrong person', 'See you tomorrow then', 'Who won the match last night?'])(
    'A1: "%s" asks a single request for nothing',
    (text) => {
      for (let n = 1; n <= 3; n++) expect(begun(n).best(text, () => true)).toBeNull();
    },
  );

  test.each([
    ['Size of the hotel', 'What is the total?'],
    ['The number of guests', 'I guess so'],
    ['The number of guests', 'Best wishes'],
    ['When the train leaves', 'I have a brain like a sieve'],
    ['Which room is free', 'It rains again'],
  ])('A1: a word spelt nearly like one of "%s" is not enough: "%s"', (title, text) => {
    const only = request('only', 'ada', { title, phrasings: [title.toLowerCase()] });
    for (const others of [[], [band], [tent, cake]]) {
      const few = matcherOf(village({ details: [], requests: [only, ...others] }));
      expect(few.best(text, () => true)).toBeNull();
      expect(few.best(title, () => true)?.request).toBe('only');
    }
  });

  test('A1: a letter that is wrong in a long word does not hide what is asked', () => {
    const only = request('only', 'ada', {
      title: 'The venue of the concert',
      phrasings: ['where is the concert'],
    });
    const few = matcherOf(village({ details: [], requests: [only] }));
    expect(few.best('Where is the venue of the concret?', () => true)?.request).toBe('only');
  });

  test('A1: no phrasing of a pack is lost when it is the only request', () => {
    for (const pack of allPacks())
      for (const r of pack.requests) {
        const alone = matcherOf({ ...pack, requests: [r] });
        const lost = r.phrasings.filter((p) => alone.best(p, () => true) === null);
        expect(lost, `${pack.slug}: ${r.id}`).toEqual([]);
      }
  });
});

describe('A1: what stands there as a way to ask is taken for it', () => {
  // “class” and “museum” are everybody's words here: nothing about them is rare.
  const trip = (title: string, to: string, phrasing: string) =>
    request(title, to, { title, ask: phrasing, phrasings: [phrasing] });
  const requests = [
    trip('museum-later', 'ada', 'Can the museum take our class later?'),
    trip('class-size', 'ben', 'How large is the class for the museum?'),
    trip('class-lunch', 'ben', 'Where does the class have lunch at the museum?'),
    trip('class-museum', 'cleo', 'Is it the museum of the class?'),
    trip('museum-bus', 'cleo', 'Which bus takes the class to the museum?'),
  ];
  const trips = matcherOf(village({ details: [], requests }));
  const all = () => true;

  test('A1: however common its words are, and in whatever order and form', () => {
    for (const { id, phrasings } of requests) expect(trips.best(phrasings[0] ?? '', all)?.request).toBe(id);
    expect(trips.best('classes, museum?', all)).toEqual({
      request: 'class-museum',
      score: expect.any(Number),
    });
    expect(trips.best('classes, museum?', all)?.score).toBeGreaterThanOrEqual(threshold);
  });

  test('A1: names of people and greetings say nothing about it, unless a request is about them', () => {
    expect(trips.best('Dear Dr Ada: is it the museum of the class? Regards', all)?.request).toBe(
      'class-museum',
    );
    expect(trips.topic('Dear Ada, which bus, Mrs Cleo?', 'museum-bus')).toEqual([
      { word: 'bus', known: true },
    ]);
    const about = matcherOf(village({ details: [], requests: [trip('ada-place', 'ben', 'Where is Ada?')] }));
    expect(about.topic('Is Ada in, Ben?', 'ada-place')).toEqual([{ word: 'ada', known: true }]);
  });
});

describe('A1: why a text is taken for what it is', () => {
  test('A1: its topic words are told, and which of them a request knows', () => {
    expect(begun(3).topic('What will the big tent cost, please? The tent!', 'tent')).toEqual([
      { word: 'big', known: false },
      { word: 'tent', known: true },
      { word: 'cost', known: true },
    ]);
    expect(begun(3).topic('What is it, please?', 'tent')).toEqual([]);
  });

  test('A1: a request of the person written to comes before one of anybody else', () => {
    const to = (id: string) => takenFor(begun(3), 'Is there cake for the band?', (r) => r === id)?.request;
    expect([to('band'), to('cake'), to('tent')]).toEqual([
      'band',
      'cake',
      begun(3).best('Is there cake for the band?', () => true)?.request,
    ]);
    expect(to('tent')).toBeDefined();
  });
});
