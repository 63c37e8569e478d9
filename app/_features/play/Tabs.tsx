'use client';

import { useTranslations } from 'next-intl';
import { Glyph } from '../../_ui/icons';
import { usePlay, usePlaying, useUi } from './playContext';
import { unreadAll } from './selectors';
import type { Tab } from './uiStore';

const icons = { mail: 'mail', mission: 'list', desk: 'desk' } as const;

/** The parts of the screen on a phone, at the thumb. */
export function Tabs() {
  const t = useTranslations('play.tabs');
  const { ui } = usePlaying();
  const tab = useUi((s) => s.tab);
  const mode = usePlay((s) => s.view.run.mode);
  const unread = usePlay((s) => unreadAll(s.view));
  const done = usePlay(
    (s) => `${s.view.mission.filter((m) => m.state === 'answered').length}/${s.view.mission.length}`,
  );
  const cards = usePlay((s) => s.view.desk.done);
  const figures: Record<Tab, string | number> = { mail: unread || '', mission: done, desk: cards || '' };
  const pick = (next: Tab) =>
    ui.setState((s) => ({ tab: next, contact: next === 'mail' && s.tab === 'mail' ? null : s.contact }));
  return (
    <nav
      aria-label={t('label')}
      className="grid grid-cols-3 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {(['mail', 'mission', 'desk'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? 'page' : undefined}
          onClick={() => pick(name)}
          className="flex min-h-13 flex-col items-center justify-center text-xs text-soft aria-[current]:font-semibold aria-[current]:text-mail aria-[current]:shadow-[inset_0_2px_0_var(--mail)]"
        >
          <span className="flex items-center gap-1.5">
            <Glyph name={name === 'mail' && mode === 'call' ? 'phone' : icons[name]} />
            <span className="tabular">{figures[name]}</span>
          </span>
          {t(name === 'mail' && mode === 'call' ? 'phone' : name)}
        </button>
      ))}
    </nav>
  );
}
