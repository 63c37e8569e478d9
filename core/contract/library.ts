import type { Origin, Visibility } from './authoring';

/** `draft`: never published; `withdrawn`: published once, and taken back. */
export type LibraryState = 'published' | 'draft' | 'withdrawn' | 'archived';

/** A scenario as those see it who look after scenarios or choose one for a session. */
export interface LibraryCard {
  slug: string;
  title: string;
  summary: string;
  state: LibraryState;
  visibility: Visibility;
  origin: Origin;
  forkedFrom: { slug: string; version: number } | null;
  /** Their name; null for what belongs to the server, or to an account that is gone. */
  owner: string | null;
  mine: boolean;
  tags: string[];
  /** The newest one that was published; null where there is none. */
  version: number | null;
  /** Whether its draft says something else than that one. */
  newer: boolean;
  license: string;
  playMin: number | null;
  recipients: number;
  requests: number;
  /** What it shows, and what to ask those who have played it. */
  note: string;
  questions: string[];
  /** Played before, or after, another one, and listed nowhere: not a mission to begin with. */
  part: 'practice' | 'twin' | null;
  /** Whether one may write in it, and whether one may look after it otherwise. */
  mayEdit: boolean;
  mayManage: boolean;
  /** The revision of the draft, 0 where nothing was saved. */
  rev: number;
}
