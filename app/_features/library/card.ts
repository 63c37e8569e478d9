/** A scenario of the library, as its pages show it. */
export interface Card {
  slug: string;
  title: string;
  summary: string;
  state: 'published' | 'draft' | 'withdrawn' | 'archived';
  visibility: 'private' | 'organisation' | 'public';
  origin: 'pack' | 'own' | 'import';
  forkedFrom: { slug: string; version: number } | null;
  owner: string | null;
  mine: boolean;
  tags: string[];
  version: number | null;
  newer: boolean;
  license: string;
  playMin: number | null;
  recipients: number;
  requests: number;
  note: string;
  questions: string[];
  part: 'practice' | 'twin' | null;
  mayEdit: boolean;
  mayManage: boolean;
  rev: number;
}
