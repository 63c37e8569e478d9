'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../../_lib/clock';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { show } from '../editorStore';
import { focusSoon } from '../focus';
import { lanesOf } from '../model/lanes';
import { fieldId } from '../model/places';
import { useTriggerText } from './useTriggerText';

const markClass =
  'truncate rounded-full border px-2 py-0.5 text-xs hover:bg-mail-wash aria-[current]:bg-mail-solid aria-[current]:text-white';

/** When mail comes: what has its moment stands on the line, what waits for something below it. */
export function Timeline() {
  const t = useTranslations('editor.timeline');
  const { store } = useEditing();
  const mail = useDraft((d) => d.mail);
  const start = useDraft((d) => d.start);
  const lengthMin = useDraft((d) => d.lengthMin);
  const open = useEditor((s) => s.open.mail);
  const trigger = useTriggerText();
  const timed = lanesOf(mail, lengthMin);
  const lanes = Math.max(1, ...timed.map(({ lane }) => lane + 1));
  const waiting = mail.filter((m) => m.on);
  const choose = (id: string) => {
    show(store, 'mail', id);
    focusSoon(fieldId(['mail', mail.findIndex((m) => m.id === id), 'subject']));
  };
  const mark = (id: string) => ({
    type: 'button' as const,
    'aria-current': id === open ? ('true' as const) : undefined,
    onClick: () => choose(id),
  });
  const hours = Array.from({ length: 5 }, (_, i) => (i * lengthMin) / 4);
  return (
    <figure aria-label={t('title')} className="mt-4 rounded-xl border border-line bg-panel p-4">
      <div className="tabular flex justify-between text-xs text-soft" aria-hidden="true">
        {hours.map((minutes) => (
          <span key={minutes}>{clockText(start, minutes * 60_000)}</span>
        ))}
      </div>
      <div
        className="relative mt-1 border-t-2 border-mail-line"
        style={{ height: `${lanes * 1.9 + 0.4}rem` }}
      >
        {timed.map(({ mail: m, share, lane }) => (
          <button
            key={m.id}
            {...mark(m.id)}
            className={`${markClass} absolute max-w-48 border-mail-line bg-panel text-mail`}
            style={{
              top: `${lane * 1.9 + 0.4}rem`,
              ...(share < 0.6 ? { left: `${share * 100}%` } : { right: `${Math.max(0, 1 - share) * 100}%` }),
            }}
          >
            {t('timed', { time: clockText(start, (m.at ?? 0) * 60_000), subject: m.subject })}
          </button>
        ))}
      </div>
      {waiting.length > 0 && (
        <ul aria-label={t('waiting')} className="mt-2 grid gap-1 border-t border-dashed border-line pt-2">
          {waiting.map((m) => (
            <li key={m.id} className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
              <button
                {...mark(m.id)}
                className={`${markClass} max-w-full border-dashed border-mail-line text-mail`}
              >
                {m.subject}
              </button>
              {trigger(m)}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
