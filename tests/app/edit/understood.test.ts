import { describe, expect, it } from 'vitest';
import { addRequest } from '@/app/_features/edit/model/add';
import { putRequest, setAt } from '@/app/_features/edit/model/change';
import { distinguishing } from '@/app/_features/edit/model/keywords';
import { askedBy } from '@/app/_features/edit/model/offered';
import { recognisedBy, remediesFor, understood } from '@/app/_features/edit/model/understood';
import { type Draft, readDraft } from '@/core/contract/draft';
import { topicOf } from '@/core/sim/match/words';
import { matchWords } from '@/core/sim/run/send';
import { createWorld } from '@/core/sim/world';
import { scenarioTemplate } from '@/server/catalog/scenarioTemplate';
import { allPacks } from '../../support/packFiles';
import { startTexts } from '../../support/startTexts';

const at = (draft: Draft, i: number) => {
  const request = draft.requests[i];
  if (!request) throw new Error('the request is there');
  return request;
};
const begun = addRequest(readDraft(scenarioTemplate).draft, 'When the band comes', startTexts).draft;
const room = at(begun, 0);
const band = at(begun, 1);
const words = (known: boolean, sentence: string) =>
  understood(begun, band, sentence)
    .words.filter((w) => w.known === known)
    .map(({ word }) => word);

describe('A1: a sentence that an author tries', () => {
  it('A1: is taken for what a run takes it for, in every pack', () => {
    for (const pack of allPacks()) {
      const world = createWorld({ scenario: pack, mode: 'mail', seed: '1', receipts: true, runIndex: 0 });
      for (const r of pack.requests)
        for (const text of [...r.phrasings, 'What is the number?', 'When will it be here?'])
          expect(understood(pack, r, text).taken?.id, `${pack.slug}: ${text}`).toBe(
            matchWords(world, r.recipient, text)?.request,
          );
    }
  });

  it('A1: is taken for the request, for another, or for none', () => {
    expect(understood(begun, band, 'When is the band coming?').taken).toBe(band);
    expect(understood(begun, band, 'Which room can we have?').taken).toBe(room);
    expect(understood(begun, band, 'How loud are the drums?').taken).toBeNull();
  });

  it('A1: tells which of its words the request knows', () => {
    const sentence = 'How loud is the band, please?';
    expect([words(true, sentence), words(false, sentence)]).toEqual([['band'], ['loud']]);
    expect(understood(begun, band, 'What about it, please?').words).toEqual([]);
  });

  it('A1: is understood once it is a way to ask', () => {
    const sentence = 'How loud are the drums?';
    const more = putRequest(begun, band.id, (r) => askedBy(r, [...r.phrasings, sentence], 'en', startTexts));
    expect(understood(more, at(more, 1), sentence).taken?.id).toBe(band.id);
    expect(at(more, 1).ask).toBe(band.ask);
  });

  it('A1: what is proposed leads to being understood, and takes nothing from others', () => {
    const sentences = [
      'How loud are the drums?',
      'Which room is free for the band?',
      'Room, afternoon, band',
    ];
    for (const sentence of sentences) {
      const { phrasing, keywords, harmed } = remediesFor(begun, band, sentence);
      expect(phrasing, sentence).toBe(true);
      expect(harmed, sentence).toEqual([]);
      const ways = putRequest(begun, band.id, (r) => ({ ...r, phrasings: [...r.phrasings, sentence] }));
      expect(understood(ways, at(ways, 1), sentence).taken?.id, sentence).toBe(band.id);
      for (const word of keywords) {
        const more = putRequest(begun, band.id, (r) => ({ ...r, keywords: [...r.keywords, word] }));
        expect(understood(more, at(more, 1), sentence).taken?.id, `${sentence} by ${word}`).toBe(band.id);
      }
    }
    expect(remediesFor(begun, band, 'How loud are the drums?').keywords).toEqual(['loud', 'drums']);
  });

  it('A1: only words that set a request apart are proposed as keywords', () => {
    const said = (sentence: string, draft = begun) =>
      distinguishing(topicOf(sentence, draft.language), draft, at(draft, 1));
    expect(said('Ok, is Friday fine for the drums, or Mon 9 March?')).toEqual(['drums']);
    expect(said('Good morning team, which bus, and which room, now?')).toEqual(['team', 'bus']);
    expect(said('Freitag oder Mai im Zelt', { ...begun, language: 'de' })).toEqual(['oder', 'zelt']);
    expect(said('Friday drums', { ...begun, language: 'no code!' })).toEqual(['friday', 'drums']);
  });

  it('A1: nothing is proposed that cannot help: what is another request’s own way to ask', () => {
    expect(remediesFor(begun, band, 'Which room is free?')).toEqual({
      phrasing: false,
      keywords: [],
      harmed: [],
    });
  });

  it('A1: a way to ask that takes another request’s own words is warned about', () => {
    const wall = (draft: Draft, title: string, phrasing: string) =>
      addRequest(draft, title, startTexts).draft.requests.map((r) =>
        r.title === title ? { ...r, phrasings: [phrasing] } : r,
      );
    let draft: Draft = { ...begun, requests: wall(begun, 'Colour', 'blue paint') };
    draft = { ...draft, requests: wall(draft, 'Paint', 'paint and brushes') };
    expect(remediesFor(draft, at(draft, 3), 'blue paint')).toMatchObject({
      phrasing: true,
      harmed: [{ title: 'Colour' }],
    });
  });

  it('A1: is no trouble for a draft that is missing much', () => {
    const empty = setAt(setAt(begun, ['requests', 1, 'phrasings'], []), ['requests', 1, 'title'], '');
    expect(understood(empty, at(empty, 1), 'When is the band coming?').taken).toBeNull();
    expect(recognisedBy(at(empty, 1), 'en')).toEqual([]);
  });
});

it('A1: the words a request is recognised by are those of title, keywords and ways to ask, each form once', () => {
  const request = { ...band, keywords: ['Musicians'], phrasings: ['when do the bands come', 'music please'] };
  expect(recognisedBy(request, 'en')).toEqual(['band', 'comes', 'musicians', 'music']);
});
