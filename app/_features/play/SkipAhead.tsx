'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';
import { Glyph } from '../../_ui/icons';
import { usePlay } from './playContext';
import { useActions } from './useActions';

/** On its way: how far the view will be is not known yet. */
const underWay = Number.POSITIVE_INFINITY;

/**
 * To the next thing that happens, one press at a time: a second one before the first has shown would jump over what the first
 * arrived at, a call that rings for ten seconds included.
 */
export function SkipAhead() {
  const t = useTranslations('play.header');
  const usable = usePlay((s) => s.link === 'online' && s.view.clock.state === 'running');
  const shown = usePlay((s) => s.n);
  const actions = useActions();
  /** Where the view is once the latest skip has shown. */
  const [leadsTo, setLeadsTo] = useState(0);
  const skipping = leadsTo > shown;
  const skip = async () => {
    if (skipping) return;
    setLeadsTo(underWay);
    const reply = await actions.skip();
    setLeadsTo(reply?.n ?? 0);
  };
  return (
    <button
      type="button"
      disabled={!usable}
      // Not `disabled` while it skips: it keeps the focus of whoever presses it again and again.
      aria-disabled={skipping}
      onClick={() => void skip()}
      title={t('skipHint')}
      className={buttonClass('plain', 'sm', 'max-lg:min-h-10 max-sm:!px-2')}
    >
      <Glyph name="skip" />
      <span className="max-sm:sr-only">{t('skip')}</span>
    </button>
  );
}
