'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { usePlay, usePlaying } from './playContext';
import type { DialogName } from './uiStore';
import { useActions } from './useActions';

/** Brief, help, settings and the end of the run. A native disclosure: closes on Escape and on a choice. */
export function Menu() {
  const t = useTranslations('play.header');
  const { ui } = usePlaying();
  const box = useRef<HTMLDetailsElement>(null);
  const playable = usePlay((s) => s.view.clock.state === 'running' || s.view.clock.state === 'paused');
  const own = usePlay((s) => s.room === null);
  const open = (dialog: DialogName) => {
    if (box.current) box.current.open = false;
    // Where focus returns to when the dialog closes; the item it was chosen by is hidden then.
    box.current?.querySelector('summary')?.focus();
    ui.setState({ dialog });
  };
  return (
    <details
      ref={box}
      className="relative"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !box.current?.open) return;
        box.current.open = false;
        box.current.querySelector('summary')?.focus();
      }}
      onBlur={(e) => {
        if (box.current && !box.current.contains(e.relatedTarget)) box.current.open = false;
      }}
    >
      <summary
        className={buttonClass('quiet', 'sm', 'list-none max-lg:min-h-10 [&::-webkit-details-marker]:hidden')}
        aria-label={t('menu')}
      >
        <Glyph name="menu" />
      </summary>
      <div className="absolute right-0 z-20 mt-1 flex w-52 flex-col rounded-xl border border-line bg-raised p-1.5 shadow-lg">
        <Item onPick={() => open('brief')}>{t('brief')}</Item>
        <Item onPick={() => open('help')}>{t('help')}</Item>
        <Item onPick={() => open('link')}>{t('link')}</Item>
        <Item onPick={() => open('settings')}>{t('settings')}</Item>
        {own && <SpeedItems />}
        {playable && (
          <>
            <hr className="my-1.5 border-line" />
            <Item onPick={() => open('finish')}>{t('finish')}</Item>
          </>
        )}
      </div>
    </details>
  );
}

function Item({ children, onPick, pressed }: { children: string; onPick: () => void; pressed?: boolean }) {
  return (
    <button
      type="button"
      onClick={onPick}
      aria-pressed={pressed}
      className="min-h-10 rounded-lg px-3 text-left text-sm hover:bg-well aria-pressed:font-semibold aria-pressed:text-mail"
    >
      {children}
    </button>
  );
}

/** The speed, where the header has no room for it. */
function SpeedItems() {
  const t = useTranslations('play.header');
  const speed = usePlay((s) => s.view.clock.speed);
  const actions = useActions();
  return (
    <fieldset className="mt-1.5 flex flex-col border-t border-line pt-1.5 md:hidden">
      <legend className="sr-only">{t('speed')}</legend>
      {(['slow', 'normal', 'fast'] as const).map((s) => (
        <Item
          key={s}
          pressed={s === speed}
          onPick={() => void actions.speed(s)}
        >{`${t('speed')}: ${t(s)}`}</Item>
      ))}
    </fieldset>
  );
}
