import type { Draft } from '@/core/contract/draft';
import { partAt } from './change';
import type { StartTexts } from './defaults';
import type { Path } from './faults';

/** The scenario that a new one begins with, as far as its texts are there to be written over. */
export type Template = Pick<Draft, 'title' | 'summary'> & {
  brief: Draft['brief'];
  teaching: Pick<Draft['teaching'], 'note'>;
  recipients: readonly Pick<Draft['recipients'][number], 'name' | 'role' | 'about'>[];
  requests: readonly Pick<Draft['requests'][number], 'title' | 'answer' | 'phrasings' | 'ask'>[];
  desk: Pick<Draft['desk'], 'title' | 'intro'>;
};

/** Texts that a field begins with and nobody means, by the path of the field with `*` for any item of a list. */
export type Samples = ReadonlyMap<string, readonly string[]>;

/** What is usual as it stands, such as the words of somebody who asks back, is no sample. */
export function samplesOf(template: Template, texts: StartTexts): Samples {
  const { title, summary, brief, teaching, recipients, requests, desk } = template;
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
    ['requests.*.phrasings', requests.flatMap((r) => r.phrasings)],
    ['requests.*.ask', requests.map((r) => r.ask)],
    ['mail.*.text', [texts.mail]],
    ['desk.title', [desk.title]],
    ['desk.intro', [desk.intro]],
    ['desk.cards.*.items', [texts.items]],
    ['desk.cards.*.buckets', [texts.buckets]],
    ['teaching.note', [teaching.note]],
  ]);
}

/** Whether a text, or every line of a list of them, is what the field at this path began with. */
export function isSample(samples: Samples, path: Path, text: unknown): boolean {
  const begun = samples.get(path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')) ?? [];
  if (!Array.isArray(text)) return typeof text === 'string' && begun.includes(text);
  return text.length > 0 && (begun.includes(text.join('\n')) || text.every((line) => begun.includes(line)));
}

/** The fields of a draft that are still as they began. */
export const untouched = (draft: Draft, samples: Samples): Path[] =>
  [...samples.keys()]
    .flatMap((pattern) => placesOf(draft, pattern.split('.')))
    .filter((path) => isSample(samples, path, partAt(draft, path)));

function placesOf(draft: Draft, pattern: readonly string[]): Path[] {
  const any = pattern.indexOf('*');
  if (any < 0) return [[...pattern]];
  const [head, rest] = [pattern.slice(0, any), pattern.slice(any + 1)];
  const list = partAt(draft, head);
  return Array.isArray(list) ? list.map((_, i) => [...head, i, ...rest]) : [];
}
