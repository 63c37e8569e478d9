import type { Draft } from '@/core/contract/draft';
import type { ListSection } from './places';

/** The draft with one item some places further down its list, or up where `by` is negative; at an end it stays. */
export function moved(draft: Draft, list: ListSection, id: string, by: number): Draft {
  switch (list) {
    case 'recipients':
      return { ...draft, recipients: shifted(draft.recipients, id, by) };
    case 'requests':
      return { ...draft, requests: shifted(draft.requests, id, by) };
    case 'mail':
      return { ...draft, mail: shifted(draft.mail, id, by) };
    case 'details':
      return { ...draft, details: shifted(draft.details, id, by) };
  }
}

function shifted<T extends { id: string }>(list: T[], id: string, by: number): T[] {
  const from = list.findIndex((item) => item.id === id);
  const item = list[from];
  const to = from + by;
  if (!item || to < 0 || to >= list.length) return list;
  const rest = list.filter((other) => other !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
