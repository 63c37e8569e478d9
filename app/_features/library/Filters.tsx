import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { fieldClass } from '../../_ui/Field';

export interface Query {
  find: string;
  tag: string | null;
  owner: 'mine' | 'server' | 'others' | null;
  state: 'published' | 'draft' | 'withdrawn' | 'archived' | null;
}

/** Narrows the list: a plain form whose choices stand in the address. */
export function Filters({ query, tags }: { query: Query; tags: string[] }) {
  const t = useTranslations('library');
  const narrowed = query.find !== '' || query.tag !== null || query.owner !== null || query.state !== null;
  const tagsAndChosen = query.tag !== null && !tags.includes(query.tag) ? [query.tag, ...tags] : tags;
  return (
    <search aria-label={t('filter.label')}>
      <form className="mt-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_auto_auto_auto_auto]">
        <label className="col-span-2 block lg:col-span-1">
          <span className="mb-1 block font-medium">{t('filter.find')}</span>
          <input type="search" name="find" defaultValue={query.find} maxLength={80} className={fieldClass} />
        </label>
        <Choice
          name="owner"
          label={t('filter.owner')}
          any={t('filter.any')}
          chosen={query.owner}
          options={(['mine', 'server', 'others'] as const).map((value) => [value, t(`owners.${value}`)])}
        />
        <Choice
          name="state"
          label={t('filter.state')}
          any={t('filter.any')}
          chosen={query.state}
          options={(['published', 'draft', 'withdrawn', 'archived'] as const).map((value) => [
            value,
            t(`states.${value}`),
          ])}
        />
        <Choice
          name="tag"
          label={t('filter.tag')}
          any={t('filter.any')}
          chosen={query.tag}
          options={tagsAndChosen.map((tag) => [tag, tag])}
        />
        <div className="flex flex-wrap gap-2">
          <button type="submit" className={buttonClass('plain', 'md', 'min-h-11')}>
            {t('filter.submit')}
          </button>
          {narrowed && (
            <a href="/library" className={buttonClass('link', 'md', 'min-h-11')}>
              {t('filter.clear')}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

function Choice({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: [value: string, label: string][];
}) {
  return (
    <label className="block min-w-0">
      <span className="mb-1 block font-medium">{label}</span>
      <select name={name} defaultValue={chosen ?? ''} className={fieldClass}>
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
