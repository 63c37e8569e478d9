import { describe, expect, it } from 'vitest';
import { addMail, addRecipient, addRequest } from '@/app/_features/edit/model/add';
import { adviceOf, isOfSample } from '@/app/_features/edit/model/advice';
import { setAt } from '@/app/_features/edit/model/change';
import { blocks, faultsOf, type Path } from '@/app/_features/edit/model/faults';
import { samplesOf } from '@/app/_features/edit/model/samples';
import { type Draft, readDraft } from '@/core/contract/draft';
import { scenarioTemplate } from '@/server/catalog/scenarioTemplate';
import { allPacks, packFile } from '../../support/packFiles';
import { startTexts } from '../../support/startTexts';

const template = (): Draft => readDraft(scenarioTemplate).draft;
const samples = samplesOf(scenarioTemplate, startTexts);
const told = (draft: Draft) => adviceOf(draft, samples).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('tips for whoever writes', () => {
  it('no pack gets one', () => {
    for (const pack of allPacks()) expect(told(pack), pack.slug).toEqual([]);
  });

  it('a new scenario gets one for every text that is there to be written over, and none keeps it from being published', () => {
    expect(told(template())).toEqual([
      ...['title', 'summary', 'brief.you', 'brief.story', 'brief.goal'].map((path) => `sample ${path}`),
      ...['name', 'role', 'about'].map((field) => `sample recipients.0.${field}`),
      ...['title', 'answer', 'phrasings', 'ask'].map((field) => `sample requests.0.${field}`),
      ...['title', 'intro', 'cards.0.items'].map((field) => `sample desk.${field}`),
      'sample teaching.note',
    ]);
    expect(blocks(adviceOf(template(), samples))).toBe(false);
  });

  it.each<Path>([['title'], ['brief', 'story'], ['recipients', 0, 'role'], ['requests', 0, 'answer']])(
    'the tip about %s.%s%s goes with the sample text',
    (...path) => {
      const written = told(setAt(template(), path, 'Our own words.'));
      expect(told(template()).filter((tip) => !written.includes(tip))).toEqual([`sample ${path.join('.')}`]);
    },
  );

  it('a list is sample text while each of its lines is', () => {
    const ways = (lines: string[]) => told(setAt(template(), ['requests', 0, 'phrasings'], lines));
    expect(ways(['Is there a room for us this afternoon?'])).toContain('sample requests.0.phrasings');
    expect(ways(['Which room is free?', 'where can we sit'])).not.toContain('sample requests.0.phrasings');
    expect(ways([])).not.toContain('sample requests.0.phrasings');
  });

  it('what something new begins with is sample text too', () => {
    const pack = packFile('launch-week');
    let draft: Draft = pack;
    ({ draft } = addRecipient(draft, 'Mira Sandoval', startTexts));
    ({ draft } = addRequest(draft, 'When the band comes', startTexts));
    ({ draft } = addRequest(draft, 'What the tent costs', startTexts));
    ({ draft } = addMail(draft, 'About the drums', startTexts));
    const [people, requests, mail] = [pack.recipients, pack.requests, pack.mail].map((l) => l.length);
    expect(told(draft)).toEqual([
      `sample recipients.${people}.role`,
      `sample recipients.${people}.about`,
      `sample requests.${requests}.answer`,
      `sample requests.${(requests ?? 0) + 1}.answer`,
      `sample mail.${mail}.text`,
    ]);
  });

  it('somebody is needed who is asked, who stands in, or from whom mail comes', () => {
    const pack = packFile('launch-week');
    const id = 'mira';
    const mira = { ...pack.recipients[0], id, name: 'Mira Sandoval' } as Draft['recipients'][number];
    const more: Draft = { ...pack, recipients: [...pack.recipients, mira] };
    const last = pack.recipients.length;
    expect(adviceOf(more, samples).map(({ code, values }) => [code, values.name])).toEqual([
      ['never-asked', 'Mira Sandoval'],
    ]);
    expect(told(setAt(more, ['requests', 0, 'recipient'], id))).toEqual([]);
    expect(told(setAt(more, ['mail', 0, 'from'], id))).toEqual([]);
    const out = { deputy: id, text: 'Away.' };
    expect(told(setAt(more, ['recipients', 0, 'outOfOffice'], out))).toEqual([]);
    expect(told(more)).toEqual([`never-asked recipients.${last}`]);
  });

  it('nobody is told to be without a request before the first one is written, nor while another is', () => {
    const unasked = (draft: Draft) => told(draft).filter((tip) => tip.startsWith('never-asked'));
    const { draft } = addRecipient(template(), 'Mira Sandoval', startTexts);
    expect(unasked(draft)).toEqual([]);
    const begun = addRequest(draft, 'When the band comes', startTexts).draft;
    expect(unasked(begun)).toEqual([]);
    const answered = setAt(begun, ['requests', 1, 'answer'], 'At eleven.');
    expect(unasked(answered)).toEqual([]);
    const done = setAt(answered, ['requests', 1, 'recipient'], 'robin');
    expect(unasked(done)).toEqual(['never-asked recipients.1']);
    expect(unasked(addRequest(done, 'Who bakes', startTexts).draft)).toEqual([]);
  });

  it('that sample answers are alike is told of none of them: each is told to be one', () => {
    let { draft } = addRequest(template(), 'When the band comes', startTexts);
    ({ draft } = addRequest(draft, 'Who bakes', startTexts));
    const told = (of: Draft) => faultsOf(of).filter((fault) => !isOfSample(fault, of, samples));
    expect(faultsOf(draft).map(({ code }) => code)).toContain('reveals');
    expect(told(draft)).toEqual([]);
    const answer = 'They bring a tent of their own.';
    const own = setAt(setAt(draft, ['requests', 1, 'answer'], answer), ['requests', 2, 'answer'], answer);
    expect(told(own).map(({ code }) => code)).toContain('reveals');
  });

  it('two requests with one answer are told at the later one, whatever the letters’ size', () => {
    const pack = packFile('launch-week');
    const first = pack.requests[0];
    const twice = setAt(pack, ['requests', 3, 'answer'], ` ${first?.answer.toUpperCase()}`);
    expect(adviceOf(twice, samples)).toEqual([
      expect.objectContaining({
        code: 'same-answer',
        path: ['requests', 3, 'answer'],
        values: { title: first?.title },
      }),
    ]);
    const empty = setAt(setAt(pack, ['requests', 0, 'answer'], ''), ['requests', 3, 'answer'], '');
    expect(told(empty)).toEqual([]);
  });

  it('a request that is written but for ways to ask is told, one that is still being written is not', () => {
    const few = (draft: Draft) => told(draft).filter((tip) => tip.startsWith('few-ways'));
    const begun = addRequest(template(), 'When the band comes', startTexts).draft;
    expect(few(begun)).toEqual([]);
    const answered = setAt(begun, ['requests', 1, 'answer'], 'At eleven.');
    expect(few(answered)).toEqual(['few-ways requests.1.phrasings']);
    expect(few(setAt(answered, ['requests', 1, 'recipient'], ''))).toEqual([]);
    const ways = (lines: string[]) => few(setAt(answered, ['requests', 1, 'phrasings'], lines));
    expect(ways(['when do they come', 'is there music'])).toEqual(['few-ways requests.1.phrasings']);
    expect(ways(['when do they come', 'is there music', 'what time is the band here'])).toEqual([]);
    // Without any it cannot be published, which is told as such.
    expect(ways([])).toEqual([]);
  });
});
