import type { Draft } from '@/core/contract/draft';
import type { Path } from './faults';

export const sections = [
  'brief',
  'recipients',
  'requests',
  'mail',
  'desk',
  'details',
  'teaching',
  'tryOut',
] as const;
export type Section = (typeof sections)[number];

/** A section that is a list, of which one item is open at a time. */
export type ListSection = 'recipients' | 'requests' | 'mail' | 'details';
const lists: ReadonlySet<string> = new Set<ListSection>(['recipients', 'requests', 'mail', 'details']);
export const isList = (section: string): section is ListSection => lists.has(section);

/** Where in the editor a part of the document is written: the section, and the item of its list. */
export interface Place {
  section: Section;
  item: string | null;
}

export function placeOf(draft: Draft, path: Path): Place {
  const [head = '', second] = path;
  const section = sectionOf(path);
  if (!isList(section)) return { section, item: null };
  const item =
    head === 'personas' ? draft.recipients.find((r) => r.persona === second) : draft[section][Number(second)];
  return { section, item: item?.id ?? null };
}

/** The section alone, whatever stands in the document. */
export function sectionOf([head = '']: Path): Section {
  const name = String(head);
  if (name === 'personas') return 'recipients';
  return isList(name) || name === 'desk' || name === 'teaching' ? name : 'brief';
}

/** A place as the end of an address: the section, and the item that is open in its list. */
export function addressOf(section: Section, open: Readonly<Record<ListSection, string | null>>): string {
  const item = isList(section) ? open[section] : null;
  return item === null ? `#${section}` : `#${section}/${item}`;
}

/** The place that the end of an address names; null where there is no such place. */
export function placeAt(draft: Draft, address: string): Place | null {
  const [name, id] = address.replace(/^#/, '').split('/');
  const section = sections.find((s) => s === name);
  if (!section) return null;
  const there = isList(section) && draft[section].some((x) => x.id === id);
  return { section, item: there && id !== undefined ? id : null };
}

/** The name of the field for a path, as an element's id. */
export const fieldId = (path: Path): string => `f-${path.join('.')}`;
