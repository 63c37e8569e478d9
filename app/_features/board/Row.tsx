'use client';

import { useTranslations } from 'next-intl';
import { memo, useEffect, useState } from 'react';
import type { BoardMember, BoardRow, BoardRun } from '@/core/contract/board';
import { buttonClass } from '../../_ui/buttonClass';
import { Dialog } from '../../_ui/Dialog';
import { Glyph } from '../../_ui/icons';
import type { Deed } from './DeedDialog';
import { placeOf } from './rowState';
import { useControl } from './useControl';

/** One team: who, where, how far, and what can be done for it. Drawn anew only when its row changed: a hall has a thousand. */
export const Row = memo(function Row({ row, onDeed }: { row: BoardRow; onDeed: (deed: Deed) => void }) {
  const t = useTranslations('board.rows');
  const { run, members } = row;
  const place = placeOf(row);
  return (
    <tr className={`border-b border-line align-baseline ${place === 'gone' ? 'text-soft' : ''}`}>
      <td className="py-2 pr-2">
        <ul>
          {members.map((m) => (
            <Member key={m.participantId} member={m} />
          ))}
        </ul>
      </td>
      <td className="px-2 py-2 text-sm whitespace-nowrap">{t(`arm.${row.arm}`)}</td>
      <td className="px-2 py-2 whitespace-nowrap">
        {t(`place.${place}`)}
        {run && (place === 'playing' || place === 'paused') && (
          <span className="ml-2 text-sm text-soft">{t(`mode.${run.mode}`)}</span>
        )}
        {run?.blockedSince !== null && run && (
          <span className="ml-2 rounded bg-call-wash px-1.5 text-sm text-call">{t('onCall')}</span>
        )}
        {run?.stuck && <span className="ml-2 rounded bg-bad-wash px-1.5 text-sm text-bad">{t('stuck')}</span>}
      </td>
      <td className="px-2 py-2">
        {run && !run.practice ? t('of', { solved: run.solved, required: run.required }) : '–'}
      </td>
      <td className="px-2 py-2">{run ? run.inFlight : '–'}</td>
      <td className="px-2 py-2 text-sm text-soft">{run ? <Since run={run} /> : '–'}</td>
      <td className="py-1 pl-2 text-right align-middle">
        {place !== 'gone' && <Menu row={row} onDeed={onDeed} />}
      </td>
    </tr>
  );
});

function Member({ member: { name, present, late, removed, bot } }: { member: BoardMember }) {
  const t = useTranslations('board.rows');
  return (
    <li className={`flex items-center gap-2 ${removed ? 'line-through' : ''}`}>
      <span
        className={`size-2.5 shrink-0 rounded-full border-2 ${present ? 'border-desk-solid bg-desk-solid' : 'border-edge'}`}
        aria-hidden="true"
      />
      <span>{name ?? t('erased')}</span>
      <span className="sr-only">{t(present ? 'here' : 'away')}</span>
      {bot && <span className="rounded bg-well px-1.5 text-sm text-soft">{t('bot')}</span>}
      {late && !bot && <span className="text-sm text-soft">{t('late')}</span>}
    </li>
  );
}

/** How long ago somebody did something, by this machine's clock against when the row came. */
function Since({ run }: { run: BoardRun }) {
  const t = useTranslations('board.rows');
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  if (run.lastDeedAt === null) return '–';
  if (now === null) return null;
  const seconds = Math.max(0, Math.round((now - run.lastDeedAt) / 1_000));
  return seconds < 60 ? t('seconds', { n: seconds }) : t('minutesAgo', { n: Math.floor(seconds / 60) });
}

/** What can be done for one team and each of its members. */
function Menu({ row, onDeed }: { row: BoardRow; onDeed: (deed: Deed) => void }) {
  const t = useTranslations('board.rows.menu');
  const [open, setOpen] = useState(false);
  const names = row.members
    .filter((m) => !m.removed)
    .map((m) => m.name ?? '')
    .join(', ');
  return (
    <>
      <button
        type="button"
        aria-label={t('label', { names })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={buttonClass('quiet', 'md')}
      >
        <Glyph name="menu" />
      </button>
      {open && (
        <Dialog title={names} close={t('close')} onClose={() => setOpen(false)}>
          <Actions
            row={row}
            onPick={(deed) => {
              setOpen(false);
              if (deed) onDeed(deed);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

/** `onPick` with null: it is being done already and needs no word more. */
function Actions({ row, onPick }: { row: BoardRow; onPick: (deed: Deed | null) => void }) {
  const t = useTranslations('board.rows.menu');
  const control = useControl();
  const to = [row.teamId];
  const state = row.run?.state;
  const present = row.members.filter((m) => !m.removed);
  const pause = () => {
    void control(state === 'running' ? 'pause' : 'resume', { to });
    onPick(null);
  };
  return (
    <div className="grid gap-1 text-left">
      <Item onPick={() => onPick({ is: 'message', to })}>{t('message')}</Item>
      <Item onPick={() => onPick({ is: 'hint', to })}>{t('hint')}</Item>
      {(state === 'running' || state === 'paused') && (
        <>
          <Item onPick={() => onPick({ is: 'inject', to })}>{t('inject')}</Item>
          <Item onPick={() => onPick({ is: 'extend', to })}>{t('extend')}</Item>
          <Item onPick={pause}>{t(state === 'running' ? 'pause' : 'resume')}</Item>
          <Item onPick={() => onPick({ is: 'end', to })}>{t('end')}</Item>
        </>
      )}
      {present.map((m) => (
        <Person key={m.participantId} member={m} many={present.length > 1} onPick={onPick} />
      ))}
    </div>
  );
}

function Person({
  member: { participantId, name },
  many,
  onPick,
}: {
  member: BoardMember;
  many: boolean;
  onPick: (deed: Deed) => void;
}) {
  const t = useTranslations('board.rows.menu');
  const who = { participant: participantId, name: name ?? '' };
  return (
    <>
      <hr className="my-1.5 border-line" />
      {many && <p className="px-3 text-sm text-soft">{name}</p>}
      <Item onPick={() => onPick({ is: 'rename', ...who })}>{t('rename')}</Item>
      <Item onPick={() => onPick({ is: 'move', ...who })}>{t('move')}</Item>
      <Item onPick={() => onPick({ is: 'remove', ...who })}>{t('remove')}</Item>
      <Item onPick={() => onPick({ is: 'erase', ...who })}>{t('erase')}</Item>
    </>
  );
}

function Item({ children, onPick }: { children: string; onPick: () => void }) {
  return (
    <button type="button" onClick={onPick} className="min-h-11 rounded-lg px-3 text-left hover:bg-well">
      {children}
    </button>
  );
}
