import type { ProblemValues } from '@/core/contract/authoring';
import type { Draft } from '@/core/contract/draft';
import { partAt } from './change';
import type { Fault, Path } from './faults';
import { waysWanted } from './offered';
import { isSample, type Samples, untouched } from './samples';

/** What keeps nothing from being played or published, and is easily overlooked by whoever writes. */
export const adviceOf = (draft: Draft, samples: Samples): Fault[] => [
  ...untouched(draft, samples).map((path) => advice('sample', path)),
  ...neverAsked(draft, samples),
  ...sameAnswers(draft, samples),
  ...fewWays(draft, samples),
];

const advice = (code: string, path: Path, values: ProblemValues = {}): Fault => ({
  ...{ path, severity: 'advice' as const, code, values, count: 0, message: code },
});

/** Whether a fault is one of sample text alone, and goes with it: every new request begins with the same answer. */
export const isOfSample = ({ code, path }: Fault, draft: Draft, samples: Samples): boolean =>
  code === 'reveals' && isSample(samples, path, partAt(draft, path));

/**
 * People who are asked nothing, stand in for nobody and send nothing. An outdated address is there to mislead. Told between two
 * requests: while one is being written, or none is yet, theirs may be the next.
 */
function neverAsked({ recipients, requests, mail }: Draft, samples: Samples): Fault[] {
  const sampled = (i: number, field: 'title' | 'answer') =>
    isSample(samples, ['requests', i, field], requests[i]?.[field]);
  const begun = requests.filter((_, i) => !sampled(i, 'title'));
  const done = begun.filter((r) => r.recipient !== '' && !sampled(requests.indexOf(r), 'answer'));
  if (begun.length === 0 || done.length < begun.length) return [];
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

/** Requests that are written but for ways to ask: those are thought of last, and looking finished they would be forgotten. */
function fewWays({ requests }: Draft, samples: Samples): Fault[] {
  return requests.flatMap((r, i) => {
    const missing = waysWanted - r.phrasings.length;
    const begun = (field: 'answer' | 'phrasings') => !isSample(samples, ['requests', i, field], r[field]);
    if (missing <= 0 || r.phrasings.length === 0) return [];
    if (r.recipient === '' || r.answer.trim() === '' || !begun('answer') || !begun('phrasings')) return [];
    return [advice('few-ways', ['requests', i, 'phrasings'], { missing })];
  });
}
