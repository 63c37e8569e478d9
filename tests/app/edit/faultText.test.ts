import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { adviceOf } from '@/app/_features/edit/model/advice';
import { setAt } from '@/app/_features/edit/model/change';
import { faultsOf, type Path } from '@/app/_features/edit/model/faults';
import { samplesOf } from '@/app/_features/edit/model/samples';
import { faultText } from '@/app/_features/edit/useFaultText';
import messages from '@/app/_messages/en.json';
import { type Draft, readDraft } from '@/core/contract/draft';
import { scenarioTemplate } from '@/server/catalog/scenarioTemplate';
import { packFile } from '../../support/packFiles';
import { startTexts } from '../../support/startTexts';

const t = createTranslator({ locale: 'en', messages, namespace: 'editor.faults' });
const pack = packFile('launch-week-quick');
const [first, second] = pack.requests;
const owner = pack.recipients.find((r) => r.id === first?.recipient);
const ownerAt = owner ? pack.recipients.indexOf(owner) : -1;
const at = (path: Path, value: unknown): Draft => setAt(pack, path, value);
const said = (draft: Draft) => faultsOf(draft).map((f) => faultText(t, f));

describe('what an author is told', () => {
  it.each<[string, Draft, string]>([
    [
      'whom it needs, by name',
      at(['recipients', ownerAt, 'address'], 'outdated'),
      `It is needed, but mail to ${owner?.name} comes back.`,
    ],
    [
      'which request is meant, by title',
      at(['requests', 1, 'answer'], first?.answer),
      `It tells the whole answer to “${first?.title}”, so nobody has to ask for that.`,
    ],
    [
      'how long a text is',
      at(['requests', 0, 'answer'], 'word '.repeat(21)),
      'It has 21 words; 20 is the most, because it is read while the clock runs.',
    ],
    [
      'that a mail comes too late',
      at(['mail', 0, 'at'], 999),
      `It comes after 999 minutes, but the scenario lasts ${pack.lengthMin}.`,
    ],
    [
      'of what there is too little',
      at(['requests', 0, 'phrasings'], []),
      'Write at least one way to ask. Only a title that is a question fills one in by itself.',
    ],
    ['how many things there must be', at(['desk', 'cards', 0, 'items'], []), 'Write at least 3 items.'],
    ['of what there is too much', at(['tags'], Array(13).fill('fair')), 'At most 12 tags.'],
    [
      'that somebody answers nothing',
      at(['recipients', ownerAt, 'tune'], { reply: { chance: [0] } }),
      `It is needed, but ${owner?.name} never answers a mail.`,
    ],
    [
      'that cards do not fit',
      at(['desk', 'cards', 0], sumCard()),
      'The smallest amount must be below the largest.',
    ],
    [
      'that nobody needs a fact',
      at(['details'], [...pack.details, { id: 'odd-one', label: 'Odd', text: 'odd', known: true }]),
      'Nobody tells this, and nobody needs it.',
    ],
  ])('is %s', (_, draft, sentence) => {
    expect(said(draft)).toContain(sentence);
  });

  it('has no id in it, and needs no words of the document’s own terms', () => {
    const broken = [
      at(['recipients', ownerAt, 'address'], 'outdated'),
      at(['recipients', ownerAt, 'outOfOffice'], { deputy: owner?.id, text: 'Away.' }),
      at(
        ['requests', 0, 'details'],
        pack.requests.flatMap((r) => r.gives ?? []),
      ),
      at(['requests', 1, 'answer'], first?.answer),
      setAt(at(['requests', 0, 'phrasings'], second?.phrasings), ['requests', 1, 'recipient'], owner?.id),
      at(['lengthMin'], 6),
      at(
        ['mail'],
        Array.from({ length: 5 }, (_, i) => quietMail(i)),
      ),
    ];
    const ids = [...pack.requests, ...pack.details, ...pack.mail]
      .map(({ id }) => id)
      .filter((id) => id.includes('-'));
    for (const draft of broken) {
      const faults = faultsOf(draft);
      expect(faults, JSON.stringify(broken.indexOf(draft))).not.toEqual([]);
      for (const fault of faults) {
        const text = faultText(t, fault);
        for (const id of ids) expect(text).not.toContain(id);
        expect(text).not.toBe(faultText(t, { ...fault, code: 'no such code' }));
      }
    }
  });

  it('is a sentence for every tip', () => {
    const samples = samplesOf(scenarioTemplate, startTexts);
    const mira = { ...owner, id: 'mira', name: 'Mira' } as Draft['recipients'][number];
    const twice = setAt(pack, ['requests', 1, 'answer'], first?.answer);
    const tips = [
      ...adviceOf(readDraft(scenarioTemplate).draft, samples).slice(0, 1),
      ...adviceOf({ ...twice, recipients: [...pack.recipients, mira] }, samples),
      ...[['who bakes'], ['who bakes', 'is there cake']].flatMap((ways) =>
        adviceOf(setAt(pack, ['requests', 0, 'phrasings'], ways), samples),
      ),
    ];
    expect(tips.map((tip) => faultText(t, tip))).toEqual([
      'Sample text. Write your own.',
      'Nobody has to ask Mira anything, and no mail comes from them. That is fine if it is meant, or if you have not come to it yet; otherwise choose them in a request.',
      `The same answer as to “${first?.title}”. Is that meant?`,
      '2 more ways to ask are wanted: whoever asks in words of their own may not be understood.',
      'One more way to ask is wanted: whoever asks in words of their own may not be understood.',
    ]);
  });
});

function sumCard() {
  return { kind: 'sum', prompt: 'Total?', unit: '', items: ['a', 'b', 'c'], low: 9, high: 3 };
}

function quietMail(i: number) {
  return {
    ...{ id: `hush-${i}`, from: owner?.id, subject: `Hush ${i}`, text: 'Quiet here.' },
    ...{ on: { quiet: 10 }, delay: 0, asCall: false },
  };
}
