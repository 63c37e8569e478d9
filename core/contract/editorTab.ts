import { z } from 'zod';

const item = z.string().nullable();

/** What a tab keeps of a scenario's editor that was left: where its writer was, and the documents that undo and redo lead to. */
export const editorTabSchema = z.object({
  section: z.string(),
  open: z.object({ recipients: item, requests: item, mail: item, details: item }),
  /** Disclosures by name. */
  folds: z.record(z.string(), z.boolean()),
  past: z.array(z.unknown()),
  now: z.unknown(),
  future: z.array(z.unknown()),
});
export type EditorTab = z.infer<typeof editorTabSchema>;
