import { z } from 'zod';
import { slug } from './ids';
import { limits } from './limits';
import { plainText } from './text';

/** Who sees a scenario: its owner alone, every account of this server, or everybody. */
export const visibilities = ['private', 'organisation', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
/** Where a scenario came from: with the program, written here, or from a file. */
export const origins = ['pack', 'own', 'import'] as const;
export type Origin = (typeof origins)[number];

const tag = plainText.trim().toLowerCase().min(1).max(30);
export const tags = z
  .array(tag)
  .max(12)
  .transform((all) => [...new Set(all)]);

/** The words a document gives for itself; none where they cannot be taken over as they are. */
export const tagsIn = (words: unknown): string[] => tags.safeParse(words ?? []).data ?? [];

/** Names, words and numbers that a sentence about a problem needs. `why` or `what` tells sentences of one code apart. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** What keeps a document from being published (`error`), or is worth a look (`warning`), beside the part concerned. */
export interface DocumentProblem {
  path: (string | number)[];
  code: string;
  severity: 'error' | 'warning';
  message: string;
  values?: ProblemValues;
}

/** A document being written. It may be incomplete, so nothing is known of it but that it has named parts. */
export type DraftDocument = Record<string, unknown>;
const document = z.custom<DraftDocument>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
/** How often a draft was saved; 0 where nothing was yet, and the newest version stands for it. */
export const rev = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** Bodies of the doors of authoring, by what they do. */
export const authoringBodies = {
  /** A new one has a title, of which its address is made; a copy may have one. */
  create: z
    .object({ title: plainText.trim().min(1).max(80).optional(), from: slug.optional() })
    .refine(({ title, from }) => (title ?? from) !== undefined),
  draft: z.object({ rev, doc: document }),
  publish: z.object({ rev: z.coerce.number().pipe(rev) }),
  visibility: z.object({ visibility: z.enum(visibilities) }),
  /** A list, or in a form one text with commas. */
  tags: z.object({
    tags: z.union([
      tags,
      z
        .string()
        .max(400)
        .transform((text) => text.split(',').filter((part) => part.trim() !== ''))
        .pipe(tags),
    ]),
  }),
  archive: z.object({ archived: z.enum(['yes', 'no']).default('yes') }),
} as const;

/** Bytes of the body of a request that carries a draft. */
export const draftBytes = limits.scenarioBytes + 1_000;

/** What saving a draft answers. */
export interface DraftSaved {
  rev: number;
  /** Wall ms. */
  savedAt: number;
  problems: DocumentProblem[];
}
/** What saving answers when somebody else has saved since: theirs, so that nothing is overwritten unseen. */
export interface DraftChanged {
  code: 'changed';
  rev: number;
  /** Their name; null where the account is gone. */
  by: string | null;
  savedAt: number;
  doc: DraftDocument;
}

/** A version as lists show it. */
export interface VersionInList {
  version: number;
  title: string;
  /** Wall ms. */
  createdAt: number;
}

/** One difference between two documents. Members of lists go by their id: `recipients.ada.persona`. */
export interface Difference {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before: string | null;
  after: string | null;
}
