import { useTranslations } from 'next-intl';
import type { Draft } from '@/core/contract/draft';
import type { Path } from '../model/faults';
import { placeOf } from '../model/places';

/** Fields that have a name of their own in the list of problems, by the last key of their path that is a word. */
const fields = [
  'title',
  'summary',
  'start',
  'lengthMin',
  'playMin',
  'license',
  'language',
  'you',
  'story',
  'goal',
  'name',
  'role',
  'about',
  'persona',
  'deputy',
  'recipient',
  'answer',
  'phrasings',
  'keywords',
  'ask',
  'clarify',
  'details',
  'hidden',
  'from',
  'subject',
  'text',
  'at',
  'on',
  'label',
  'intro',
  'cards',
  'items',
  'buckets',
  'prompt',
  'pattern',
  'note',
  'calendar',
  'questions',
  'tags',
] as const;
type Field = (typeof fields)[number];
const isField = (key: unknown): key is Field => fields.some((f) => f === key);

/** Where something is, as its author would say it: “Ada Okafor: role”, “Brief: goal”. */
export function usePlaceText(): (draft: Draft, path: Path) => string {
  const t = useTranslations('editor');
  return (draft, path) => {
    const { section, item } = placeOf(draft, path);
    const name = itemName(draft, section, item);
    const where = name ?? t(`sections.${section}`);
    const field = [...path].reverse().find(isField);
    return field === undefined || path.length < 2 + (name === null ? -1 : 1)
      ? where
      : t('problems.place', { where, field: t(`fieldNames.${field}`) });
  };
}

function itemName(draft: Draft, section: string, item: string | null): string | null {
  if (item === null) return null;
  if (section === 'recipients') return draft.recipients.find((r) => r.id === item)?.name || null;
  if (section === 'requests') return draft.requests.find((r) => r.id === item)?.title || null;
  if (section === 'mail') return draft.mail.find((m) => m.id === item)?.subject || null;
  return draft.details.find((d) => d.id === item)?.label || null;
}
