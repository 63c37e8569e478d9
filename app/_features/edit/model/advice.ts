import type { ProblemValues } from '@/core/contract/authoring';
import type { Draft } from '@/core/contract/draft';
import type { Fault, Path } from './faults';
import { isSample, type Samples, untouched } from './samples';

/** What keeps nothing from being played or published, and is easily overlooked by whoever writes. */
export const adviceOf = (draft: Draft, samples: Samples): Fault[] => [
  ...untouched(draft, samples).map((path) => advice('sample', path)),
  ...neverAsked(draft, samples),
  ...sameAnswers(draft, samples),
];

const advice = (code: string, path: Path, values: ProblemValues = {}): Fault => ({
  ...{ path, severity: 'advice' as const, code, values, count: 0, message: code },
});

/**
 * People who are asked nothing, stand in for nobody and send nothing. An outdated address is there to mislead. Told once a request is
 * written: before that they are all still to come.
 */
function neverAsked({ recipients, requests, mail }: Draft, samples: Samples): Fault[] {
  if (requests.every((r, i) => isSample(samples, ['requests', i, 'title'], r.title))) return [];
  const needed = new Set([
    ...requests.map((r) => r.recipient),
    ...recipients.flatMap((r) => r.outOfOffice?.deputy ?? []),
    ...mail.map((m) => m.from),
  ]);
  return recipients.flatMap((r, i) =>
    needed.has(r.id) || r.address === 'outdated'
      ? []
      : [advice('never-asked', ['recipients', i], { name: r.name })],
  );
}

/** Different questions with one answer. Where that is the sample, it is told already. */
function sameAnswers({ requests }: Draft, samples: Samples): Fault[] {
  const plain = (text: string) => text.trim().toLowerCase();
  const firsts = new Map([...requests].reverse().map((r) => [plain(r.answer), r]));
  return requests.flatMap((r, i) => {
    const first = firsts.get(plain(r.answer));
    const path = ['requests', i, 'answer'];
    if (!first || first === r || plain(r.answer) === '' || isSample(samples, path, r.answer)) return [];
    return [advice('same-answer', path, { title: first.title })];
  });
}
