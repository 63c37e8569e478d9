'use client';

import { useTranslations } from 'next-intl';
import { useShallow } from 'zustand/shallow';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { show } from '../editorStore';
import { focusSoon, headingId } from '../focus';
import { toneOf } from '../form/FieldFrame';
import { tallied } from '../model/faults';
import { isList, sectionOf, sections } from '../model/places';

/** The parts of a scenario; each says how much is in it and whether something in it is wrong. */
export function Nav() {
  const t = useTranslations('editor');
  const { store } = useEditing();
  const current = useEditor((s) => s.section);
  const faults = useEditor((s) => s.faults);
  const lengths = useDraft(useShallow((d) => sections.map((s) => (isList(s) ? d[s].length : 0))));
  return (
    <nav aria-label={t('nav')}>
      <ul className="flex flex-wrap gap-1 lg:grid">
        {sections.map((section, i) => {
          const { weight, count } = tallied(faults.filter((f) => sectionOf(f.path) === section));
          return (
            <li key={section}>
              <button
                type="button"
                aria-current={section === current ? 'page' : undefined}
                onClick={() => {
                  show(store, section);
                  focusSoon(headingId);
                }}
                className="flex min-h-10 w-full items-center gap-2 rounded-lg px-3 text-left text-sm font-medium hover:bg-well aria-[current]:bg-mail-wash aria-[current]:text-mail"
              >
                <span className="grow">{t(`sections.${section}`)}</span>
                {isList(section) && <span className="tabular text-xs text-soft">{lengths[i]}</span>}
                {count > 0 && (
                  <span className={`tabular text-xs whitespace-nowrap ${toneOf[weight]}`}>
                    {t(weight === 'advice' ? 'tips' : 'toCheck', { count })}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
