import { z } from 'zod';
import type { DraftDocument } from '@/core/contract/authoring';

const namedParts = z.record(z.string(), z.unknown());

/** The document in a stored text. Throws for a text that holds none, which the doors do not let in. */
export const documentIn = (text: string): DraftDocument => namedParts.parse(JSON.parse(text));

/** What a document that may be incomplete says of itself, where it says it. */
export function titleIn(doc: DraftDocument): string | null {
  const { title } = doc;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}
