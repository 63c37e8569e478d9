import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftSchema, readDraft } from '@/core/contract/draft';
import { allPacks } from '../../support/packFiles';

describe('reading a document as a draft', () => {
  it('every pack is read as it is, and nothing of it is left out', () => {
    for (const pack of allPacks()) expect(readDraft(pack)).toEqual({ draft: pack, leftOut: [] });
  });

  it('an empty document becomes a draft with everything still to be written', () => {
    const { draft, leftOut } = readDraft({});
    expect(leftOut).toEqual([]);
    expect(draft).toMatchObject({ title: '', recipients: [], requests: [], desk: { cards: [] } });
  });

  it('what is of another kind than its place is left out and told, and the rest stays', () => {
    const [pack] = allPacks();
    const broken = { ...pack, lengthMin: 'long', recipients: [{ id: 'ada', name: 'Ada' }, 7], mail: 'none' };
    const { draft, leftOut } = readDraft(broken);
    expect(leftOut.sort()).toEqual(['lengthMin', 'mail', 'recipients.1']);
    expect(draft.recipients.map((r) => r.name)).toEqual(['Ada']);
    expect(draft.requests).toEqual(pack?.requests);
  });

  it('parts that this program does not know stay in the document', () => {
    const { draft } = readDraft({ teaching: { shape: 'free', note: 'n', answers: ['why?'] }, tomorrow: 1 });
    expect(draft).toMatchObject({ tomorrow: 1, teaching: { answers: ['why?'] } });
  });

  it('tags and questions are lists of texts, or left out', () => {
    const { draft, leftOut } = readDraft({ tags: ['ward', 7], teaching: { questions: 'why?' } });
    expect(draft.tags).toEqual(['ward']);
    expect(draft.teaching.questions).toBeUndefined();
    expect(leftOut.sort()).toEqual(['tags.1', 'teaching.questions']);
  });

  it('any JSON at all is read as a draft, and the draft reads as itself', () => {
    const parts = fc.dictionary(
      fc.constantFrom('recipients', 'mail', 'desk', 'brief', 'personas', 'details'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), parts), (document) => {
        const { draft } = readDraft(document);
        expect(draftSchema.parse(draft)).toEqual(draft);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
