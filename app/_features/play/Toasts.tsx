'use client';

import { useTranslations } from 'next-intl';
import { Glyph } from '../../_ui/icons';
import { usePlaying, useUi } from './playContext';
import { dismiss, openContact, type Toast } from './uiStore';

const looks: Record<Toast['kind'], string> = {
  mail: 'border-mail-line',
  desk: 'border-desk-solid',
  bad: 'border-bad',
  plain: 'border-line',
};

/** Short notes that pass; read out politely, and a way to the conversation they speak of. On a phone they lie on what is below. */
export function Toasts() {
  const t = useTranslations('play.toast');
  const { ui } = usePlaying();
  const toasts = useUi((s) => s.toasts);
  return (
    <div className="relative h-0">
      <section
        aria-label={t('region')}
        aria-live="polite"
        className="pointer-events-none absolute inset-x-3 top-2 z-30 flex flex-col items-center gap-2 max-lg:[&>*:not(:last-child)]:hidden lg:fixed lg:inset-x-auto lg:top-auto lg:bottom-3 lg:left-3 lg:items-start"
      >
        {toasts.map((note) => (
          <div
            key={note.id}
            className={`arrive-left pointer-events-auto flex max-w-sm items-center lg:max-w-[16.5rem] gap-1 rounded-xl border-l-4 bg-raised py-1.5 pr-1.5 pl-3 text-sm shadow-lg ${looks[note.kind]}`}
          >
            {note.contact ? (
              <button
                type="button"
                className="min-h-9 text-left"
                onClick={() => {
                  openContact(ui, note.contact);
                  dismiss(ui, note.id);
                }}
              >
                {note.text}
              </button>
            ) : (
              <p className="py-2">{note.text}</p>
            )}
            <button
              type="button"
              aria-label={t('dismiss')}
              onClick={() => dismiss(ui, note.id)}
              className="grid size-9 shrink-0 place-items-center rounded-lg text-soft hover:bg-well"
            >
              <Glyph name="close" />
            </button>
          </div>
        ))}
      </section>
    </div>
  );
}
