import type { Draft } from '@/core/contract/draft';
import { partAt } from './change';
import type { StartTexts } from './defaults';
import type { Path } from './faults';

/** The scenario that a new one begins with, as far as its texts are there to be written over. */
export type Template = Pick<Draft, 'title' | 'summary'> & {
  brief: Draft['brief'];
  teaching: Pick<Draft['teaching'], 'note'>;
  recipients: readonly Pick<Draft['recipients'][number], 'name' | 'role' | 'about'>[];
  requests: readonly Pick<Draft['requests'][number], 'title' | 'answer'>[];
};

/** Texts that a field begins with and nobody means, by the path of the field with `*` for any item of a list. */
export type Samples = ReadonlyMap<string, readonly string[]>;

/** What is usual as it stands, such as the words of somebody who asks back, is no sample. */
export function samplesOf(template: Template, texts: StartTexts): Samples {
  const { title, summary, brief, teaching, recipients, requests } = template;
  return new Map([
    ['title', [title]],
    ['summary', [summary]],
    ['brief.you', [brief.you]],
    ['brief.story', [brief.story]],
    ['brief.goal', [brief.goal]],
    ['recipients.*.name', recipients.map((r) => r.name)],
    ['recipients.*.role', [...recipients.map((r) => r.role), texts.role]],
    ['recipients.*.about', [...recipients.map((r) => r.about), texts.about]],
    ['requests.*.title', requests.map((r) => r.title)],
    ['requests.*.answer', [...requests.map((r) => r.answer), texts.answer]],
    ['mail.*.text', [texts.mail]],
    ['teaching.note', [teaching.note]],
  ]);
}

/** Whether a text is what the field at this path began with. */
export const isSample = (samples: Samples, path: Path, text: unknown): boolean =>
  typeof text === 'string' &&
  (samples.get(path.map((key) => (typeof key === 'number' ? '*' : key)).join('.'))?.includes(text) ?? false);

/** The fields of a draft that are still as they began. */
export const untouched = (draft: Draft, samples: Samples): Path[] =>
  [...samples.keys()]
    .flatMap((pattern) => placesOf(draft, pattern.split('.')))
    .filter((path) => isSample(samples, path, partAt(draft, path)));

function placesOf(draft: Draft, [head = '', ...rest]: readonly string[]): Path[] {
  if (rest[0] !== '*') return [[head, ...rest]];
  const list = partAt(draft, [head]);
  return Array.isArray(list) ? list.map((_, i) => [head, i, ...rest.slice(1)]) : [];
}
