'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';
import { useBoard } from './boardContext';
import { type Deed, DeedDialog } from './DeedDialog';
import { useControl } from './useControl';

/** What is done to all: the one next step large, everything else beside it. */
export function Controls() {
  const t = useTranslations('board.controls');
  const phase = useBoard((s) => s.board.phase);
  const paused = useBoard((s) => s.board.paused);
  const sessionId = useBoard((s) => s.board.sessionId);
  const control = useControl();
  const [deed, setDeed] = useState<Deed | null>(null);
  const all = { to: 'all' } as const;
  return (
    <div role="toolbar" aria-label={t('label')} className="mt-4 flex flex-wrap gap-2">
      {phase === 'lobby' && (
        <button
          type="button"
          className={buttonClass('primary', 'lg')}
          onClick={() => void control('start', {})}
        >
          {t('start')}
        </button>
      )}
      {phase === 'open' && (
        <button
          type="button"
          className={buttonClass(paused ? 'primary' : 'call', 'bar')}
          onClick={() => void control(paused ? 'resume' : 'pause', all)}
        >
          {t(paused ? 'resume' : 'pause')}
        </button>
      )}
      {phase !== 'ended' && (
        <Plain onClick={() => setDeed({ is: 'message', to: 'all' })}>{t('message')}</Plain>
      )}
      {phase === 'open' && (
        <>
          <Plain onClick={() => setDeed({ is: 'inject', to: 'all' })}>{t('inject')}</Plain>
          <Plain onClick={() => setDeed({ is: 'trigger', to: 'all' })}>{t('trigger')}</Plain>
          <Plain onClick={() => setDeed({ is: 'extend', to: 'all' })}>{t('extend')}</Plain>
          <SpeedButton onPick={() => setDeed({ is: 'speed', to: 'all' })} />
        </>
      )}
      {phase !== 'ended' && <Plain onClick={() => setDeed({ is: 'bots' })}>{t('bots')}</Plain>}
      <Switches />
      {phase !== 'lobby' && (
        <a
          href={`/facilitate/${sessionId}/debrief`}
          className={buttonClass(phase === 'ended' ? 'primary' : 'plain', 'bar')}
        >
          {t('debrief')}
        </a>
      )}
      {phase === 'ended' && (
        <a href={`/facilitate/new?like=${sessionId}`} className={buttonClass('plain', 'bar')}>
          {t('again')}
        </a>
      )}
      {phase !== 'ended' && (
        <button
          type="button"
          className={buttonClass('danger', 'bar', 'sm:ml-auto')}
          onClick={() => setDeed({ is: 'endSession' })}
        >
          {t('endSession')}
        </button>
      )}
      {deed && <DeedDialog deed={deed} onClose={() => setDeed(null)} />}
    </div>
  );
}

/** Locked or open to newcomers, revealed or not: what is pressed is so. */
function Switches() {
  const t = useTranslations('board.controls');
  const phase = useBoard((s) => s.board.phase);
  const locked = useBoard((s) => s.board.locked);
  const revealed = useBoard((s) => s.board.revealed);
  const control = useControl();
  return (
    <>
      {phase !== 'ended' && (
        <Plain pressed={locked} onClick={() => void control('lock', { locked: !locked })}>
          {t(locked ? 'locked' : 'lock')}
        </Plain>
      )}
      {phase !== 'lobby' && (
        <Plain pressed={revealed} onClick={() => void control('reveal', { revealed: !revealed })}>
          {t(revealed ? 'revealed' : 'reveal')}
        </Plain>
      )}
    </>
  );
}

/** The scene clock follows each player; only a constant one can be set. */
function SpeedButton({ onPick }: { onPick: () => void }) {
  const t = useTranslations('board.controls');
  const own = useBoard((s) => s.board.settings.clock === 'scene' && s.board.settings.teamSize === 1);
  return own ? null : <Plain onClick={onPick}>{t('speed')}</Plain>;
}

function Plain({ children, onClick, pressed }: { children: string; onClick: () => void; pressed?: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={buttonClass(
        'plain',
        'bar',
        'aria-pressed:border-mail aria-pressed:bg-mail-wash aria-pressed:text-mail',
      )}
    >
      {children}
    </button>
  );
}
